// Whether this page may play with sound without a gesture. Asked once, at the start, to know whether to ask for a click.

/** An AudioContext that is allowed to run says so within this time. */
const ANSWER_MS = 300;

/** @returns {Promise<boolean>} */
export async function mayPlay() {
  if (navigator.userActivation?.hasBeenActive) return true;
  if (typeof AudioContext === 'undefined') return false;
  const context = new AudioContext();
  try {
    const timeout = new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    await Promise.race([context.resume(), timeout]);
    return context.state === 'running';
  } catch {
    return false;
  } finally {
    context.close().catch(() => {});
  }
}
