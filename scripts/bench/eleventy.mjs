// eleventy-img on a folder: WebP and JPEG at three widths. node eleventy.mjs IN OUT
import Image from "@11ty/eleventy-img";
import { readdirSync } from "node:fs";
import { join, parse } from "node:path";

const [folder, out] = process.argv.slice(2);
const options = { widths: [480, 960, 1600], formats: JSON.parse(process.env.FORMATS), outputDir: out, filenameFormat: (id, source, width, format) => `${parse(source).name}-${id}-${width}.${format}`, sharpWebpOptions: { quality: 78 }, sharpJpegOptions: { quality: 80, progressive: true }, sharpAvifOptions: { quality: 58 } };
await Promise.all(readdirSync(folder).map((name) => Image(join(folder, name), options)));
