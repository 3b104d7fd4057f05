"""A small tree of skills with everything in it that a report can show."""

from backprep.core.question import Source
from backprep.core.skills import Area, NamedSkill, Pay, PayFigure, Role, Skill, SkillTree, WayIn

TREE = SkillTree(
    areas=(
        Area(
            id="api-design",
            title="APIs",
            about="How services talk.",
            named="yes",
            skills=(
                Skill(
                    id="rate-limiting",
                    title="Rate limiting",
                    checks="Whether you can protect a service.",
                    named=True,
                    aliases=("throttling", "429"),
                    read=(Source(title="RFC 6585", at="section 4", url="https://www.rfc-editor.org/rfc/rfc6585"),),
                ),
                Skill(id="idempotency", title="Idempotency & retries", checks="Whether a retry is safe."),
            ),
        ),
        Area(
            id="python",
            title="Python",
            about="The language.",
            named="implied",
            skills=(
                Skill(id="gil", title="The GIL and threads", checks="What runs in parallel.", aliases=("GIL",)),
                Skill(id="asyncio", title="asyncio", checks="What an event loop is.", aliases=("async/await",)),
            ),
        ),
        Area(id="sql-mysql", title="SQL & MySQL", about="Tables."),
    ),
    roles=(
        Role(
            id="back-end",
            title="Back-end developer",
            about="Builds what people do not see.",
            focus="The server",
            works_on=("databases", "APIs"),
            languages=("Python", "Java"),
            responsibilities=("Keep it running", "Keep it safe"),
            works_with=("front-end developers", "product managers"),
            skills=("python/gil", "api-design/rate-limiting"),
        ),
        Role(id="front-end", title="Front-end developer", about="Builds what people see.", focus="The browser"),
        Role(id="full-stack", title="Full-stack developer", about="Builds both.", focus="Both"),
    ),
    ways_in=(WayIn(id="degree", title="A degree", about="Three years."),),
    technical_skills=(NamedSkill(title="Databases", about="Of both sorts.", skills=("sql-mysql",)),),
    personal_skills=(NamedSkill(title="Patience"),),
    pay=Pay(note="Undated.", figures=(PayFigure(label="Junior", amount="$80,000"),)),
)
