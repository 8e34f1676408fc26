// eleventy-img on a folder: the formats and widths of the environment. node eleventy.mjs IN OUT
import Image from "@11ty/eleventy-img";
import { readdirSync } from "node:fs";
import { join, parse } from "node:path";

const [folder, out] = process.argv.slice(2);
const widths = JSON.parse(process.env.WIDTHS);
const formats = JSON.parse(process.env.FORMATS);
// One call for all formats that have the same widths: it decodes once a call.
const groups = [...new Set(formats.map((kind) => widths[kind].join()))].map((same) => formats.filter((kind) => widths[kind].join() === same));
const options = (kinds) => ({ widths: widths[kinds[0]], formats: kinds, outputDir: out, filenameFormat: (id, source, width, format) => `${parse(source).name}-${id}-${width}.${format}`, sharpWebpOptions: { quality: 78 }, sharpJpegOptions: { quality: 80, progressive: true }, sharpAvifOptions: { quality: 58 } });
await Promise.all(readdirSync(folder).flatMap((name) => groups.map((kinds) => Image(join(folder, name), options(kinds)))));
