// What a server can do without looking into the messages: each is framed once for all receivers, and all that came in one
// turn of the event loop leaves in one write per socket.
import { Sender, WebSocketServer } from "ws";
import { whenListening } from "./listening.mjs";

class Room {
  /** WebSocket → its TCP socket, past which the frames are written. */
  members = new Map();
  /** What came in this turn: who sent it, and the frame as it goes out. */
  waiting = [];

  add(from, message) {
    const options = { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: false };
    const frame = Buffer.concat(Sender.frame(message, options));
    if (this.waiting.push({ from, frame }) === 1) setImmediate(() => this.flush());
  }

  flush() {
    const waiting = this.waiting;
    this.waiting = [];
    const senders = new Set(waiting.map(({ from }) => from));
    const forListeners = Buffer.concat(waiting.map(({ frame }) => frame));
    for (const [member, socket] of this.members) {
      if (!senders.has(member)) {
        socket.write(forListeners);
        continue;
      }
      const fromOthers = waiting.filter(({ from }) => from !== member);
      if (fromOthers.length > 0) socket.write(Buffer.concat(fromOthers.map(({ frame }) => frame)));
    }
  }
}

const rooms = new Map();
const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });

sockets.on("connection", (member, { url, socket }) => {
  const room = rooms.get(url) ?? new Room();
  rooms.set(url, room);
  room.members.set(member, socket);
  member.on("message", (message) => room.add(member, message));
  member.on("close", () => {
    room.members.delete(member);
    if (room.members.size === 0) rooms.delete(url);
  });
  member.on("error", () => member.terminate());
});
sockets.on("listening", () => whenListening(sockets.address().port));
