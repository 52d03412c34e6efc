/** How many zones may stand beside the user's own. */
export const mostZones = 3;
