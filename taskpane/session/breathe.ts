/** Lets the page draw and answer: what follows is a task of its own. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How long a job may run before the page gets a turn, in ms: one more step of it, and a task of the browser is under 50. */
export const TURN = 12;
