"""A hall of service windows, left and right, and at its end the mountains."""

from collections.abc import Sequence

from story.drawing.lines import Point
from story.drawing.scenery import metro_line, vista
from story.drawing.sheet import Sheet

EYE = 1200, 690
"""Where all that leads into the depth meets."""
HALF, FLOOR, CEILING = 1300, 800, -640
"""The hall as it is at depth 1, from the eye: half its width, its floor, its ceiling."""
END = 3.1
COUNTER, LINTEL, SIGN, REACH = 210, -240, -400, 150
"""Heights of the counters, of the windows' tops, of the lamps over them; how far a counter stands out."""
WINDOWS = tuple((near, near + 0.3) for near in (0.86, 1.3, 1.74, 2.18, 2.62))
"""From which depth to which each window is, on either side."""

Place = tuple[float, float, float]
"""Right of the eye, below the eye, depth."""


def draw(sheet: Sheet) -> None:
    """The hall, its windows from the far ones to the near, on the floor a line with a stop for each."""
    _shell(sheet)
    _end(sheet)
    for near, far in reversed(WINDOWS):
        for side in (-1, 1):
            _window(sheet, side, near, far)
    _floor_line(sheet)


def at(place: Place) -> Point:
    """Where in the picture a place of the hall is."""
    x, y, depth = place
    return EYE[0] + x / depth, EYE[1] + y / depth


def _plane(sheet: Sheet, places: Sequence[Place], colour: str, opacity: float = 1) -> None:
    sheet.shape([at(place) for place in places], colour, opacity)


def _wall(side: int, top: float, bottom: float, near: float, far: float, out: float = 0) -> list[Place]:
    """An upright piece of a side wall, or of what stands so far out from it."""
    x = side * (HALF - out)
    return [(x, top, near), (x, top, far), (x, bottom, far), (x, bottom, near)]


def _level(y: float, left: float, right: float, near: float, far: float) -> list[Place]:
    return [(left, y, near), (right, y, near), (right, y, far), (left, y, far)]


def _shell(sheet: Sheet) -> None:
    sheet.ground(sheet.pale("mist", 0.3))
    _plane(
        sheet, _level(CEILING, -HALF, HALF, 0.5, END), sheet.mix("mist", "wall", 0.1 if sheet.night else 0.5)
    )
    light = sheet.mix("lamp", "mist", 0.45) if sheet.night else sheet.colour("white")
    for x in (-720, 0, 720):
        _plane(sheet, _level(CEILING, x - 70, x + 70, 0.7, END - 0.1), light, 0.8)
    wall = sheet.mix("wall", "mist", 0.6) if not sheet.night else sheet.mix("mist", "azurite", 0.25)
    for side in (-1, 1):
        _plane(sheet, _wall(side, CEILING, FLOOR, 0.5, END), wall if side > 0 else sheet.dark(wall, 0.06))
        band = _wall(side, CEILING, CEILING + 90, 0.5, END)
        _plane(sheet, band, sheet.pale("wood", 0.35))
    _plane(sheet, _level(FLOOR, -HALF, HALF, 0.5, END), sheet.pale("wood", 0.62))
    for number in range(-3, 4):
        for row, near in enumerate((0.6, 0.8, 1.08, 1.45, 1.95, 2.6)):
            if (number + row) % 2:
                x, far = number * 400, (0.8, 1.08, 1.45, 1.95, 2.6, END)[row]
                _plane(sheet, _level(FLOOR, x - 200, x + 200, near, far), "shine", 0.3)


def _end(sheet: Sheet) -> None:
    """The end wall: a window from side to side, and its light on the floor."""
    (left, top), (right, bottom) = at((-HALF, CEILING, END)), at((HALF, FLOOR, END))
    frame = sheet.mix("ink", "wood", 0.6)
    sheet.box((left, top, right, bottom), sheet.pale("wood", 0.3))
    edges = left + 24, top + 46, right - 24, bottom - 40
    view = vista(edges[2] - edges[0], edges[3] - edges[1], sheet.colours, 77, light=0.68)
    sheet.inset(view, edges)
    for number in range(5):
        x = edges[0] + (edges[2] - edges[0]) * number / 4
        sheet.box((x - 5, edges[1], x + 5, edges[3]), frame)
    sheet.box((edges[0], edges[1] + 96, edges[2], edges[1] + 104), frame)
    _plane(sheet, _level(FLOOR, -HALF * 0.86, HALF * 0.86, 1.5, END), "shine", 0.3)


def _window(sheet: Sheet, side: int, near: float, far: float) -> None:
    """Glass in the wall, a lamp above it, and the counter that stands out below."""
    frame, front = sheet.dark("azurite", 0.2), sheet.mix("malachite", "azurite", 0.4)
    glass = sheet.mix("lamp", "wood", 0.2) if sheet.night else sheet.pale("azurite", 0.72)
    _plane(sheet, _wall(side, LINTEL - 26, COUNTER, near - 0.035, far + 0.035), frame)
    _plane(sheet, _wall(side, LINTEL, COUNTER, near, far), glass)
    third = (far - near) / 3
    _plane(sheet, _wall(side, LINTEL, COUNTER, near + third * 0.5, near + third * 1.1), "white", 0.35)
    _plane(sheet, _wall(side, COUNTER - 110, COUNTER, near + third, near + 2 * third), frame)
    _plane(sheet, _wall(side, COUNTER - 96, COUNTER, near + third + 0.012, near + 2 * third - 0.012), "paper")
    middle = (near + far) / 2
    sheet.disc(at((side * HALF, SIGN, middle)), 62 / middle, sheet.dark("malachite", 0.1))
    sheet.disc(at((side * HALF, SIGN, middle)), 44 / middle, "lamp" if sheet.night else "white")
    reach = 0.07
    _plane(sheet, _wall(side, COUNTER, FLOOR, near - reach, far + reach, REACH), sheet.pale(front, 0.14))
    _plane(sheet, _wall(side, FLOOR - 70, FLOOR, near - reach, far + reach, REACH), sheet.dark(front, 0.35))
    inner, outer = side * HALF, side * (HALF - REACH)
    cheek = [
        (inner, COUNTER, near - reach),
        (outer, COUNTER, near - reach),
        (outer, FLOOR, near - reach),
        (inner, FLOOR, near - reach),
    ]
    _plane(sheet, cheek, sheet.dark(front, 0.12))
    _plane(
        sheet, _level(COUNTER, inner, outer - side * 26, near - reach, far + reach), sheet.pale("wood", 0.42)
    )
    _plane(
        sheet,
        _wall(side, COUNTER, COUNTER + 26, near - reach, far + reach, REACH + 26),
        sheet.dark("wood", 0.1),
    )
    _plane(
        sheet,
        [
            (inner, COUNTER, near - reach),
            (outer - side * 26, COUNTER, near - reach),
            (outer - side * 26, COUNTER + 26, near - reach),
            (inner, COUNTER + 26, near - reach),
        ],
        sheet.pale("wood", 0.2),
    )


def _floor_line(sheet: Sheet) -> None:
    points = [at((0, FLOOR, depth)) for depth in (0.85, END)]
    metro_line(sheet, points, 10)
    for near, far in WINDOWS:
        depth = (near + far) / 2
        x, y = at((0, FLOOR, depth))
        tall = 30 / depth
        width = 60 / depth
        sheet.oval((x - width, y - tall, x + width, y + tall), "cinnabar")
        sheet.oval((x - width * 0.6, y - tall * 0.6, x + width * 0.6, y + tall * 0.6), "paper")
