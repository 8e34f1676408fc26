"""A metro train in side view, on its way out of the mist."""

from story.drawing.lines import Point, curve, placed
from story.drawing.plates.common import HEIGHT, WIDTH
from story.drawing.scenery import massif, metro_line, mist, sky, sun
from story.drawing.sheet import Sheet

THEME = "22℃商洛·中国康养之都"
RAIL = 1130
CARS, CAR, GAP, NOSE = 3, 790, 18, 2130
ROOF, SILL = RAIL - 262, RAIL - 30


def draw(sheet: Sheet) -> None:
    """Mountains, the viaduct, three cars, and the theme set in the ground below."""
    _mountains(sheet)
    _viaduct(sheet)
    for number in range(CARS):
        _car(sheet, NOSE - number * (CAR + GAP), first=number == 0)
    sheet.fog((0, ROOF - 300, 1300, RAIL + 60), "paper")
    metro_line(sheet, [(-20, RAIL), (WIDTH + 20, RAIL)], 11)
    sheet.text((WIDTH - 120, 1486), THEME, 88, "text", align="right", tracking=0.06)


def _mountains(sheet: Sheet) -> None:
    sky(sheet, 900)
    sun(sheet, (600, 300), 100)
    far = [(1480, 250, 1900), (420, 430, 1500), (2280, 380, 1300), (940, 470, 1100)]
    massif(sheet, far, 920, "azurite", 0.76, 31)
    massif(sheet, [(1980, 470, 1500), (1130, 540, 1400), (120, 540, 1300)], 1050, "malachite", 0.46, 36)
    massif(sheet, [(1500, 690, 1300), (2360, 600, 1200), (640, 700, 1300)], 1180, "azurite", 0.14, 33)
    mist(sheet, 1130, 190, 0.92)


def _viaduct(sheet: Sheet) -> None:
    stone = sheet.pale("ochre", 0.66)
    for x in range(260, WIDTH, 620):
        pier = placed([(-84, 60), (84, 60), (40, 104), (34, 470), (-34, 470), (-40, 104)], (x, RAIL))
        sheet.shape(pier, stone)
        sheet.shape([(x + 8, RAIL + 60), *pier[1:4], (x + 8, HEIGHT)], sheet.dark(stone, 0.12))
    sheet.haze(RAIL + 60, RAIL + 240, "paper", 0, 1)
    sheet.level(RAIL + 239, HEIGHT, "paper")
    sheet.level(RAIL, RAIL + 60, sheet.pale(stone, 0.3))
    sheet.level(RAIL + 40, RAIL + 60, sheet.dark(stone, 0.14))


def _car(sheet: Sheet, right: float, *, first: bool) -> None:
    left, glass = right - CAR, "lamp"
    sheet.box((left + 30, SILL - 10, right - 60, SILL + 24), sheet.mix("ink", "muted", 0.3), 14)
    back = [(0, SILL), (0, ROOF + 26), (4, ROOF + 8), (22, ROOF)]
    front = _nose(right) if first else [(right - x, y) for x, y in reversed(back)]
    sheet.shape([*placed(back, (left, 0)), *front], sheet.mix("mist", "white", 0.62))
    lower = (right - 7, right - 40) if first else (right, right)
    shadow = [(left, SILL - 66), (lower[0], SILL - 66), (lower[1], SILL), (left, SILL)]
    sheet.shape(shadow, sheet.pale("azurite", 0.4), 0.42)
    sheet.box((left + 60, ROOF - 12, left + 330, ROOF + 4), sheet.mix("mist", "muted", 0.35), 6)
    for number in range(3 if first else 4):
        _window(sheet, left + 44 + number * 176, glass)
    if first:
        _cab(sheet, right, glass)


def _nose(right: float) -> list[Point]:
    knots = [(190, ROOF), (96, ROOF + 26), (30, ROOF + 112), (4, SILL - 50), (40, SILL)]
    return curve([(right - back, y) for back, y in knots])


def _window(sheet: Sheet, left: float, glass: str) -> None:
    sheet.box((left, ROOF + 58, left + 134, ROOF + 146), glass, 16)
    sheet.shape(placed([(70, 58), (110, 58), (66, 146), (26, 146)], (left, ROOF)), "paper", 0.16)
    sheet.stroke([(left + 155, ROOF + 44), (left + 155, SILL - 8)], sheet.mix("mist", "muted", 0.3), 3)


def _cab(sheet: Sheet, right: float, glass: str) -> None:
    pane = curve([(right - 150, ROOF + 40), (right - 92, ROOF + 72), (right - 46, ROOF + 146)], 8)
    sheet.shape([*pane, (right - 186, ROOF + 146), (right - 186, ROOF + 40)], glass)
    sheet.box((right - 60, SILL - 62, right - 16, SILL - 46), "white", 8)
