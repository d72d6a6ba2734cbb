/** Stands in for `lib0/broadcastchannel`: y-websocket would speak to other tabs by it, and is told not to (`session/provider.ts`). */
const nothing = (): void => {};

export { nothing as publish, nothing as subscribe, nothing as unsubscribe };
