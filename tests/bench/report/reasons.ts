/** Why a goal isn't reached, by its id: what a profile showed. Empty a line when its cause is gone. */
export const reasons: Readonly<Record<string, string>> = {};
