/** As long as a delete may wait to be undone. No zod in here: the window runs this file. */
export const mostUndoSeconds = 60
