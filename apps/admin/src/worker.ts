export default { fetch: () => new Response("admin") };
