"""Ways that part from one place: lines of one width, for nothing is said about how much goes along each."""

from story.graphics.pen import Pen
from story.graphics.rows import Told, tie


def draw(told: Told, pen: Pen) -> None:
    """One row of the group `from`, and a way from it to each of the group `stop`."""
    (start,), ways = told.group("from"), told.group("stop")
    hub = pen.add("div", "hub")
    sign = hub.add("p", "sign", told.said(start), **tie(start))
    sign.add("small", text=told.label(start))
    hub.fan(len(ways), False, **tie(ways[0]))
    stops = hub.add("ul")
    for row in ways:
        stop = stops.add("li")
        stop.add("b", text=told.said(row))
        stop.add("span", text=told.label(row))
