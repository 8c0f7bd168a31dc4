/** Where the user's own few colours replace ours (Windows high contrast): what only a colour says has to be said by a line there. */
export const forced = '@media (forced-colors: active)';
