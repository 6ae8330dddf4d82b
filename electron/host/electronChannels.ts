/** Two channels for the whole product: one to ask, one to be told. */
export const ASK = 'tidegate:ask';
export const TELL = 'tidegate:tell';
