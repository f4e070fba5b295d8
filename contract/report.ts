/** Files made of what runs: answers, phone lists, statistics. Served by `documents` (decision D5). */
export const reportContract = {};
