"""The person's own answers to behavioural questions: what a story holds, how it is written, how it will sound."""
