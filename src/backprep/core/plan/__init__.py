"""Study planned for a day: what to ask next so that most is remembered on it.

``learner`` finds how the person forgets; ``worth`` tells what a review today is worth against one later; ``order`` puts
questions in the order in which they deserve the person's time; ``simulate`` plays the days ahead. The method and its
figures: docs/decisions/013-planner.md.
"""
