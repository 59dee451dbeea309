// Draws the pictures of the README: a filled house, seen by a phone and by a desk.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { startHouse } from "./house.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "../../../docs/pictures");
mkdirSync(folder, { recursive: true });

const house = await startHouse({ content: true });
const browser = await openBrowser();

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 860 };
const paper = { width: 700, height: 990 };

type Picture = {
  name: string;
  path: string;
  viewport: { width: number; height: number };
  isDark?: boolean;
  isPrinted?: boolean;
};

const pictures: Picture[] = [
  { name: "home", path: "/", viewport: desk },
  { name: "programme", path: "/programma/", viewport: desk },
  { name: "article", path: "/waarom-de-secretaresse-30-niet-bestaat/", viewport: phone },
  {
    name: "conversation",
    path: "/waarom-de-secretaresse-30-niet-bestaat/#reacties",
    viewport: phone,
    isDark: true,
  },
  { name: "print", path: "/waarom-de-secretaresse-30-niet-bestaat/", viewport: paper, isPrinted: true },
];

for (const { name, path, viewport, isDark = false, isPrinted = false } of pictures) {
  const page = await browser.newPage({ viewport, colorScheme: isDark ? "dark" : "light" });
  if (isPrinted) await page.emulateMedia({ media: "print" });
  await page.goto(house.url + path);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

await browser.close();
await house.stop();
process.exit(0);
