/** Jest: ends the server that global-setup.mjs started, unless another run uses it. */
export default async function globalTeardown() {
  const server = globalThis.jihuiTestServer;
  if (!server) return;
  process.off('exit', server.abandon);
  await server.leave();
}
