// Makes the files of a picture as sites built on sharp do: one input, every rendition cloned from it, all at once.
// A line of JSON in, {file, folder, files: [{file, type, width, height}]}; a line of JSON out, {milliseconds, peakKilobytes}.
import { createInterface } from "node:readline";
import { join } from "node:path";
import sharp from "sharp";

// As our own encoders are set.
const encode = {
  "image/avif": (image) => image.avif({ quality: 50, effort: 1 }),
  "image/webp": (image) => image.webp({ quality: 75, effort: 2 }),
  "image/jpeg": (image) => image.jpeg({ quality: 80, progressive: true, optimizeCoding: true }),
};

async function make({ file, folder, files }) {
  const input = sharp(file).autoOrient();
  await Promise.all(files.map(({ file: name, type, width, height }) =>
    encode[type](input.clone().resize(width, height, { fit: "cover" })).toFile(join(folder, name))));
}

for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  await make(JSON.parse(line));
  console.log(JSON.stringify({ milliseconds: performance.now() - start, peakKilobytes: process.resourceUsage().maxRSS }));
}
