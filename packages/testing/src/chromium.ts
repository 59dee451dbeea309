import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

export type Chromium = { executablePath: string; args: string[]; env: Record<string, string> };

const require = createRequire(import.meta.url);
const cache = join(import.meta.dirname, "..", "node_modules", ".cache");

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
];

const ARGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// The sandbox needs rights that a container or the root user does not have; only our own pages are opened.
const UNSANDBOXED = ["--no-sandbox", "--no-zygote"];

const UNPACK =
  'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';

const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>
`;

function packageVersion(): string {
  const entry = require.resolve("@sparticuz/chromium");
  const manifest = readFileSync(join(entry, "..", "..", "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

// Unpacked aside and moved in one go, because several test files may come here at once.
async function unpack(): Promise<string> {
  const folder = join(cache, `chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  // It unpacks into the temporary folder, and takes its libraries along only when it believes to be on Lambda.
  const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  const options = { cwd: import.meta.dirname, env };
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], options);
  writeFileSync(join(aside, "fonts", "fonts.conf"), fontsConfig(folder));
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** A browser to test with: the one from the packages on 64-bit Linux, else `CHROME_PATH` or an installed one. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env["CHROME_PATH"];
  if (!chosen && process.platform === "linux" && process.arch === "x64") {
    const folder = await unpack();
    const libraries = [join(folder, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]]
      .filter(Boolean)
      .join(":");
    const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, "fonts") };
    return { executablePath: join(folder, "chromium"), args: [...ARGS, ...UNSANDBOXED], env };
  }
  const executablePath = chosen ?? PLACES.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error("There is no Chrome or Chromium: install one, or name it with CHROME_PATH.");
  return { executablePath, args: process.platform === "linux" ? [...ARGS, ...UNSANDBOXED] : ARGS, env: {} };
}
