from story.parts.pictures import view

ENTRY = {
    "id": "store",
    "caption": {"zh": "店"},
    "alt": {"zh": "一家店"},
    "illustration": {"zh": "柜台"},
    "credit": "王丽",
    "licence": "CC BY 4.0",
}


def made(plate: bool, *formats: str) -> dict:
    files = [{"format": kind, "width": 480, "height": 320, "name": f"store-480.{kind}"} for kind in formats]
    return {"width": 480, "height": 320, "plate": plate, "colours": ["#000"], "derivatives": files}


def test_a_plate_has_a_night_and_a_photograph_that_takes_its_place_has_none():
    night = made(True, "avif")
    shown = [view(ENTRY, made(plate, "avif", "jpeg"), "zh", "插图：", ".", night) for plate in (True, False)]
    plate, photograph = ([source["night"] for source in each["sources"]("text")] for each in shown)
    assert plate == [True, False] and photograph == [False]
    assert shown[0]["sources"]("text")[0]["srcset"] == "assets/photos/store-480.avif 480w"
