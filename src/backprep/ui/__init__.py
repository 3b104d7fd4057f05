"""Everything that draws or reads keys. Rich, questionary and prompt_toolkit are used here and nowhere else."""
