// Where two answers first differ.

const firstOf = (one, other, path) => {
  if (typeof one !== typeof other || one === null || other === null || typeof one !== 'object') {
    return one === other ? null : { at: path === '' ? '(whole)' : path, live: one, asOf: other };
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstOf(one[key], other[key], `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
};

const parsed = (body) => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const short = (value) => JSON.stringify(value)?.slice(0, 300) ?? 'absent';

/** Statuses and the first field that differs, cut to a line. */
export const differenceBetween = (live, then) => {
  const found = firstOf(parsed(live.body), parsed(then.body), '');
  return {
    status: live.status === then.status ? live.status : `${live.status} ${then.status}`,
    ...(found === null ? {} : { at: found.at, live: short(found.live), asOf: short(found.asOf) }),
  };
};
