// The least a server can do: whatever comes in on a socket goes out, message by message, to all others in the room.
import { WebSocketServer } from "ws";
import { whenListening } from "./listening.mjs";

/** Room name → its sockets. */
const rooms = new Map();
const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });

sockets.on("connection", (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("message", (message) => {
    for (const other of room) if (other !== socket) other.send(message);
  });
  socket.on("close", () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(url);
  });
  socket.on("error", () => socket.terminate());
});
sockets.on("listening", () => whenListening(sockets.address().port));
