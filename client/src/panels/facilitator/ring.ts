/**
 * Two soft tones, made on the spot: no file to load. Silent where the browser hasn't yet allowed sound (nobody has pressed
 * anything on the page). The context is closed when the last tone has died away.
 */
export async function ring(open: () => AudioContext = () => new AudioContext()): Promise<void> {
  const context = open();
  if (context.state === "suspended") await Promise.race([context.resume(), silence(context)]);
  const volume = context.createGain();
  volume.gain.value = 0.18;
  volume.connect(context.destination);
  const last = [
    { hertz: 660, at: 0 },
    { hertz: 880, at: 0.28 },
  ].map(({ hertz, at }) => {
    const tone = context.createOscillator();
    const fade = context.createGain();
    tone.frequency.value = hertz;
    const start = context.currentTime + at;
    fade.gain.setValueAtTime(0, start);
    fade.gain.linearRampToValueAtTime(1, start + 0.02);
    fade.gain.exponentialRampToValueAtTime(0.001, start + 1.1);
    tone.connect(fade).connect(volume);
    tone.start(start);
    tone.stop(start + 1.2);
    return tone;
  })[1];
  last?.addEventListener("ended", () => void context.close(), { once: true });
}

/** A context that may not sound yet never resumes by itself: it is given up. */
const silence = (context: AudioContext): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      if (context.state === "suspended") void context.close();
      resolve();
    }, 200);
  });
