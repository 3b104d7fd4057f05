"""The computer's clock."""

import time

from backprep.core.instant import Instant


class SystemClock:
    """UTC in milliseconds, with the zone's offset at that moment."""

    def now(self) -> Instant:
        """The present moment."""
        seconds = time.time()
        return Instant(int(seconds * 1000), time.localtime(seconds).tm_gmtoff)
