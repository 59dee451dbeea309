import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { isHealthy, runStack, survivors, until, type Stack } from "./stack-under-test.ts";

const running: Stack[] = [];

async function started(...wishes: Parameters<typeof runStack>): Promise<Stack> {
  const stack = await runStack(...wishes);
  running.push(stack);
  await until("the stack is healthy", () => isHealthy(stack), 25_000).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${stack.output()}\n${stack.errors()}`);
  });
  return stack;
}

async function articleTitles(stack: Stack): Promise<string> {
  // The page names its own address, and a restart may give it another port.
  return (await (await fetch(`${stack.url}/artikelen/`)).text()).replaceAll(stack.url, "");
}

async function firstPicture(stack: Stack): Promise<ArrayBuffer> {
  const list = (await (await ask(stack, "/api/admin/media")).json()) as { items: { id: string }[] };
  return await (await fetch(`${stack.url}/media/${list.items[0]?.id}/960.webp`)).arrayBuffer();
}

async function ask(stack: Stack, path: string, body?: object): Promise<Response> {
  const headers = { authorization: "Bearer een-eigen-geheim-token", "content-type": "application/json" };
  return await fetch(
    `${stack.url}${path}`,
    body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers },
  );
}

async function react(stack: Stack, name: string): Promise<Response> {
  const list = (await (await ask(stack, "/api/admin/articles?limit=1")).json()) as {
    items: { slug: string }[];
  };
  const article = list.items[0]?.slug;
  const body = "Wij doen dit al jaren zo, en het bevalt goed.";
  return await ask(stack, "/api/comments", {
    article,
    name,
    email: "a@example.nl",
    body,
    key: `sleutel-${name}-0001`,
  });
}

async function processNamed(stack: Stack, command: string): Promise<number> {
  const found = await until(command, () =>
    stack.processes().filter((one) => one.command.startsWith(command)),
  );
  return found[0]?.pid ?? 0;
}

afterEach(async () => {
  for (const stack of running.splice(0)) {
    // Only the stack itself: its watcher must live to end a child that came later.
    const processes = [{ pid: stack.pid, parent: 0, command: "stack" }, ...stack.processes()];
    for (const { pid } of survivors(processes.slice(0, 1))) process.kill(pid, "SIGKILL");
    await until("all have ended", () => survivors(processes).length === 0, 5_000);
  }
});

describe("what cannot work is refused in one sentence", () => {
  async function refusal(env: Record<string, string>): Promise<string> {
    const stack = await runStack({ env });
    expect(await stack.exit).toBe(1);
    await until("its sentence", () => stack.errors().endsWith("\n"));
    expect(stack.output()).toBe("");
    expect(stack.errors().trim().split("\n")).toHaveLength(1);
    return stack.errors();
  }

  test.for(["PORT", "MAIL_PORT"])("a taken %s", async (name) => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const sentence = await refusal({ [name]: String(port) });
    other.close();
    expect(sentence).toContain(`Port ${port} is taken`);
    expect(sentence).toContain(name);
  });

  test("a port that is no number", async () => {
    expect(await refusal({ PORT: "tachtig" })).toContain('it is "tachtig"');
  });

  test("one port for two", async () => {
    expect(await refusal({ PORT: "18787", MAIL_PORT: "18787" })).toContain("must differ");
  });

  test.for(["/dev/null/data", "/proc/data"])("a folder that cannot be written: %s", async (folder) => {
    expect(await refusal({ DATA_DIR: folder })).toContain(`${folder} cannot be written`);
  });

  test("a Node that is too old", async () => {
    const old = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v18.20.0"})';
    const stack = await runStack({ through: "run.mjs", node: ["--import", old] });
    expect(await stack.exit).toBe(1);
    await until("its sentence", () => stack.errors().endsWith("\n"));
    expect(stack.errors()).toMatch(/^This needs Node 20 or newer, and this is Node v18\.20\.0: .*\n$/);
  });
});

describe("the stack", () => {
  test("keeps its keys to itself and says where everything is", async () => {
    const stack = await started({ env: { ADMIN_TOKEN: "een-eigen-geheim-token" } });
    expect(statSync(join(stack.dataDir, "keys.json")).mode & 0o777).toBe(0o600);
    await until("the addresses", () => stack.output().includes("Admin token"));
    expect(stack.output()).toContain(`${stack.url}/programma/`);
    expect(stack.output()).toContain("een-eigen-geheim-token");
    expect((await ask(stack, "/api/admin/articles?limit=1")).status).toBe(200);
    expect((await fetch(`${stack.url}/api/admin/articles?limit=1`)).status).toBe(401);
  });

  test("loses nothing when its database is killed, and keeps it all over a restart", async () => {
    const env = { ADMIN_TOKEN: "een-eigen-geheim-token" };
    const first = await started({ env });
    const titles = await articleTitles(first);
    const picture = await firstPicture(first);
    expect(picture.byteLength).toBeGreaterThan(5_000);
    expect((await react(first, "Willemijn")).status).toBe(201);
    process.kill(await processNamed(first, "sqld"), "SIGKILL");
    await until("the death is named", () => /The libSQL server \(process \d+\) died\./.test(first.output()));
    await until("the stack is healthy again", () => isHealthy(first));
    expect(await (await ask(first, "/api/admin/comments")).text()).toContain("Willemijn");

    process.kill(first.pid, "SIGTERM");
    expect(await first.exit).toBe(0);

    const second = await started({ env: { ...env, DATA_DIR: first.dataDir } });
    expect(second.output()).toContain("The content of last time is there.");
    expect(await articleTitles(second)).toBe(titles);
    expect(await firstPicture(second)).toEqual(picture);
    expect(await (await ask(second, "/api/admin/comments")).text()).toContain("Willemijn");
  });

  test("names a runtime that dies, and starts it again", async () => {
    const stack = await started();
    process.kill(await processNamed(stack, "workerd"), "SIGKILL");
    await until("the death is named", () => /workerd \(process \d+\) died\./.test(stack.output()));
    expect(await until("the stack is healthy again", () => isHealthy(stack))).toBe(true);
  });

  test("stops by itself when its folder holds keys that are no keys", async () => {
    const stack = await started();
    process.kill(stack.pid, "SIGTERM");
    await stack.exit;
    writeFileSync(join(stack.dataDir, "keys.json"), "{");
    const broken = await runStack({ env: { DATA_DIR: stack.dataDir } });
    expect(await broken.exit).toBe(1);
    await until("its sentence", () => broken.errors().endsWith("\n"));
    expect(broken.errors().trim().split("\n")).toHaveLength(1);
  });
});

describe("nothing stays behind", () => {
  test("after Ctrl-C, which reaches every process at once", async () => {
    const stack = await started({ through: "run.mjs" });
    const processes = stack.processes();
    process.kill(-stack.pid, "SIGINT");
    expect(await stack.exit).toBe(0);
    await until("all have ended", () => survivors(processes).length === 0, 5_000);
    expect(stack.errors()).toBe("");
  });

  test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)("after %s", async (signal) => {
    const stack = await started({ through: "run.mjs" });
    const processes = stack.processes();
    expect(processes.map(({ command }) => command)).toEqual(expect.arrayContaining(["sqld", "workerd"]));
    process.kill(stack.pid, signal);
    expect(await stack.exit).toBe(0);
    await until("all have ended", () => survivors(processes).length === 0, 5_000);
  });

  test.for(["npm", "run.mjs", "start.ts"] as const)("after kill -9 of %s", async (through) => {
    const stack = await started({ through });
    const processes = stack.processes();
    expect(processes.length).toBeGreaterThanOrEqual(3);
    process.kill(stack.pid, "SIGKILL");
    await until("all have ended", () => survivors(processes).length === 0, 5_000);
  });
});
