/** The product's own sockets for somebody who has joined: Node's take headers as browsers' do not, which is all the types know of. */
export function seatedSocket(headers: {
  readonly cookie: string;
  readonly origin: string;
}): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct(socket, [address], newTarget): object {
      const made: unknown = Reflect.construct(socket, [address, { headers }], newTarget);
      if (!(made instanceof WebSocket)) throw new Error("no socket was made");
      return made;
    },
  });
}
