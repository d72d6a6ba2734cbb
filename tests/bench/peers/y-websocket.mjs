// y-websocket's own server (`bin/server` of version 2, the last one that has it), listening the way that file does.
// DATA_DIR turns on its LevelDB persistence.
if (process.env.DATA_DIR) process.env.YPERSISTENCE = process.env.DATA_DIR;

const { createServer } = await import("node:http");
const { WebSocketServer } = await import("ws");
const { default: utils } = await import("y-websocket/bin/utils");
const { whenListening } = await import("./listening.mjs");

const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", utils.setupWSConnection);

const server = createServer((_request, response) => response.end("okay"));
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
});
server.listen(0, "127.0.0.1", () => whenListening(server.address().port));
