// sharp by itself, the engine of most site generators: every size from one decode. node sharp.mjs IN OUT
import sharp from "sharp";
import { mkdirSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";

const [folder, out] = process.argv.slice(2);
const formats = JSON.parse(process.env.FORMATS), widths = JSON.parse(process.env.WIDTHS);
const qualities = { webp: { quality: 78 }, jpeg: { quality: 80, progressive: true }, avif: { quality: 58 } };
mkdirSync(out, { recursive: true });
async function one(name) {
  for (const width of [...new Set(formats.flatMap(kind => widths[kind]))]) {
    const sized = sharp(join(folder, name)).rotate().resize({ width });
    await Promise.all(formats.filter((kind) => widths[kind].includes(width)).map((kind) => sized.clone().toFormat(kind, qualities[kind]).toFile(join(out, `${parse(name).name}-${width}.${kind}`))));
  }
}
const names = readdirSync(folder);
await Promise.all([0, 1].map(async (start) => { for (let i = start; i < names.length; i += 2) await one(names[i]); }));
