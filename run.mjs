// The way in for someone who has only Node and npm: it installs what is missing and hands over to the pinned tools.
// It must parse and run on Node 20, before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, "node_modules");
// Left by someone's own `npm install`, which undoes part of what pnpm laid out.
const npmsMark = join(modules, ".package-lock.json");
const ourMark = join(modules, ".installed-lockfile");
const STOP_WITHIN_MS = 4500;

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function isOlder(version, wanted) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major < wanted[0] || (major === wanted[0] && minor < wanted[1]);
}

if (isOlder(process.version, [20, 0])) {
  refuse(
    `This needs Node 20 or newer, and this is Node ${process.version}: install a newer one from https://nodejs.org.`,
  );
}

const env = {
  ...process.env,
  PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter),
  NODE_COMPILE_CACHE: join(modules, ".cache", "node"),
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_LOG_PATH: join(modules, ".cache", "wrangler-logs"),
};

let child;
let stopping = false;

function stop(signal) {
  if (stopping) return;
  stopping = true;
  if (!child) process.exit(1);
  child.kill(signal);
  setTimeout(() => {
    child.kill("SIGKILL");
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));

// npm killed outright tells nobody: then our parent is suddenly another one. Any other parent may leave on purpose.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) stop("SIGTERM");
  }, 250).unref();
}

function run(command, args, { quiet = false } = {}) {
  if (stopping) return Promise.resolve(1);
  return new Promise((resolve) => {
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    child = spawn(command, args, { cwd: root, env, stdio });
    let output = "";
    if (quiet)
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.once("error", (error) => refuse(`${command} could not be started: ${error.message}`));
    child.once("close", (code) => {
      if (code !== 0 && !stopping) process.stderr.write(output);
      resolve(code ?? 1);
    });
  });
}

async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) process.exit(stopping ? 0 : code);
}

function lockfileDigest() {
  return createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
}

function isInstalled() {
  if (existsSync(npmsMark) || !existsSync(join(modules, ".modules.yaml")) || !existsSync(ourMark))
    return false;
  return readFileSync(ourMark, "utf8") === lockfileDigest();
}

async function install() {
  if (isInstalled()) return;
  rmSync(npmsMark, { force: true });
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  process.stdout.write("Installing what is missing…\n");
  // The lockfile names a hash for each package; its policy was met when they were added, and asking again takes 15 s.
  const flags = ["--frozen-lockfile", "--trust-lockfile", "--reporter=append-only"];
  const args = ["--yes", packageManager, "install", ...flags];
  await must("npx", args, { quiet: true });
  writeFileSync(ourMark, lockfileDigest());
}

// On Linux the right Node comes with the packages; elsewhere the one that runs this must know TypeScript.
function nodeArguments() {
  const bundled = readdirSync(modules).find((name) => name.startsWith("node-linux-"));
  if (process.platform === "linux" && bundled) {
    env.PATH = [join(modules, bundled, "bin"), env.PATH].join(delimiter);
    return ["node"];
  }
  if (isOlder(process.version, [22, 15])) {
    refuse(
      `On this machine it needs Node 22.15 or newer, and this is Node ${process.version}: install a newer one from https://nodejs.org.`,
    );
  }
  return isOlder(process.version, [22, 18])
    ? [process.execPath, "--experimental-strip-types"]
    : [process.execPath];
}

async function build() {
  await must("turbo", ["run", "build", "--output-logs=errors-only"], { quiet: true });
}

const WORKER_TYPES = ["--include-runtime=false", "--strict-vars=false"];

const commands = {
  async start([node, ...flags]) {
    await build();
    env.STOP_WITH_PARENT = String(process.pid);
    return run(node, [...flags, "--disable-warning=ExperimentalWarning", "infra/local/start.ts"]);
  },
  async test(_node, args) {
    await build();
    return run("vitest", ["run", ...args]);
  },
  async check() {
    const checks = [
      ["oxfmt", ["--check"]],
      ["oxlint", ["--type-aware", "--deny-warnings"]],
      ["tsc", ["-p", "tsconfig.json"]],
      ["turbo", ["run", "build", "typecheck", "--output-logs=errors-only"]],
      ["pnpm", ["--filter", "./apps/*", "exec", "wrangler", "types", "--check", ...WORKER_TYPES]],
      ["knip", []],
    ];
    const failed = [];
    for (const [tool, flags] of checks) if ((await run(tool, flags)) !== 0) failed.push(tool);
    if (failed.length > 0) process.stderr.write(`Not in order, see above: ${failed.join(", ")}\n`);
    return failed.length > 0 ? 1 : 0;
  },
  async bench([node, ...flags]) {
    if (process.env.BENCH === "scale") return run(node, [...flags, "packages/testing/src/bench-scale.ts"]);
    if (process.env.BENCH === "mail") return run(node, [...flags, "packages/testing/src/bench-mail.ts"]);
    if (process.env.BENCH === "spam") return run(node, [...flags, "packages/testing/src/bench-spam.ts"]);
    await build();
    return run(node, [...flags, "packages/testing/src/bench.ts"]);
  },
  async fix() {
    const linted = await run("oxlint", ["--type-aware", "--fix"]);
    return (await run("oxfmt", [])) || linted;
  },
};

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) refuse(`Use: node run.mjs <${Object.keys(commands).join("|")}>`);
await install();
const code = await command(nodeArguments(), args);
process.exit(stopping ? 0 : code);
