/** Remembers which run of the timer has rung, so that it rings once, and not for a time that was long past on arrival. */
export interface BellState {
  /** The deadline being waited for, ms since 1970; null when the timer isn't running. */
  readonly waitingFor: number | null;
}

export const silentBell: BellState = { waitingFor: null };

/**
 * One look at the clock. `now` is the server's time in ms since 1970, `deadline` null while the timer is idle or paused.
 * Rings when a deadline that was seen ahead has passed, and at most `lateMs` ago: a laptop waking from sleep stays quiet.
 */
export function watchBell(
  state: BellState,
  deadline: number | null,
  now: number,
  lateMs = 5_000,
): { readonly state: BellState; readonly rings: boolean } {
  if (deadline === null) return { state: silentBell, rings: false };
  if (deadline > now) {
    return { state: state.waitingFor === deadline ? state : { waitingFor: deadline }, rings: false };
  }
  const rings = state.waitingFor === deadline && now - deadline <= lateMs;
  return { state: silentBell, rings };
}
