"""The gallery on a folder, with chosen formats: ours.py PHOTOS OUT FORMAT…"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from story.gallery import manifest, update
from story.gallery.recipe import Recipe

if __name__ == "__main__":
    photos, out = Path(sys.argv[1]), Path(sys.argv[2])
    report = update.run(
        manifest.from_folder(photos)[0], photos, out, recipe=Recipe(formats=tuple(sys.argv[3:]), zoom=0)
    )
    sys.exit(bool(report.findings))
