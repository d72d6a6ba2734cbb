/** Why a canvas goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const canvasReasons: Readonly<Record<string, string>> = {};
