import { type ExportPart, exportParts, noteExport, readPart } from "@ontsecretaressen/db/export";
import { actOf, endpoint } from "../admin/endpoint.ts";
import type { World } from "../context.ts";

/** Everything that organisers own, to take along. */
export const exportEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/export",
      role: "owner",
      summary:
        "Everything in one JSON document, without secrets and without what emails say; ends with isWhole. Who took it stands in the audit",
    },
    async (call) => {
      const { world } = call;
      const by = actOf(call);
      // The one thing that this writes: who took the addresses of everybody along may not stay unknown.
      await noteExport(world.db, by);
      const name = `ontsecretaressen-${by.at.slice(0, 10)}.json`;
      return {
        status: 200,
        body: streamOf(documentOf(world, by.at)),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": `attachment; filename="${name}"`,
        },
      };
    },
  ),
];

/** The document, piece by piece: no more of it is held at once than was read in one go. */
async function* documentOf({ reader }: Pick<World, "reader">, at: string): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(at)}`;
  for (const name of Object.keys(exportParts) as ExportPart[]) {
    yield `,\n"${name}":[`;
    let comma = "\n";
    for (let after: string | null = ""; after !== null;) {
      const page: Awaited<ReturnType<typeof readPart>> = await readPart(reader, name, after);
      if (page.rows.length > 0) yield comma + page.rows.join(",\n");
      comma = ",\n";
      after = page.next;
    }
    yield "]";
  }
  yield ',\n"isWhole":true}\n';
}

// One that breaks off halfway is no JSON, so nobody takes a part for the whole.
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
