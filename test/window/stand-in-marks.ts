/** Between these marks a page makes up the program that it has not got: time that is none of the window's. */
export const standIn = { begins: 'stand-in begins', ready: 'stand-in ready' } as const;
