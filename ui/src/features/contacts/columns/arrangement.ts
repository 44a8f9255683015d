// Which columns the list of contacts shows where nobody arranged them.

export const USUAL = ['name', 'organization', 'phone', 'email', 'groups', 'created'];
export const KEY = 'roster.columns';
