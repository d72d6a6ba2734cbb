/** Says where this server is, in the words our own uses, and ends it when it is told to. */
export function whenListening(port, stop = async () => {}) {
  process.on("SIGTERM", () => {
    stop().then(() => process.exit(0));
  });
  console.log(`listening on http://127.0.0.1:${port}`);
}
