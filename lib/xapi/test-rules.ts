/**
 * What the specification asks of a statement (xAPI 1.0.3, Part Two: Data), written from its tables and not from our types: a judge of what we send.
 * Returns every rule that is broken, each with its section and place.
 */
export function brokenRules(statement: unknown): string[] {
  const faults: string[] = [];
  const fault = (section: string, at: string, what: string) => faults.push(`${section} ${at}: ${what}`);
  checkObject(statement, '', {
    id: { section: '2.4.1', check: uuid },
    actor: { section: '2.4.2', required: true, check: agent },
    verb: { section: '2.4.3', required: true, check: verb },
    object: { section: '2.4.4', required: true, check: activity },
    result: { section: '2.4.5', check: result },
    context: { section: '2.4.6', check: context },
    timestamp: { section: '2.4.7', check: timestamp },
    stored: { section: '2.4.8', check: timestamp },
    authority: { section: '2.4.9', check: agent },
    version: { section: '2.4.10', check: (value) => typeof value === 'string' && /^1\.0(\.\d+)?$/.test(value) },
    attachments: { section: '2.4.11', check: (value) => Array.isArray(value) },
  });
  return faults;

  type Rule = { section: string; required?: boolean; check: (value: unknown, at: string) => boolean | undefined };

  /** §2.2: no other properties than the tables name (but in extensions), and no null. */
  function checkObject(value: unknown, at: string, rules: Record<string, Rule>): boolean {
    if (!isObject(value)) {
      fault('2.2', at || 'statement', 'is no object');
      return false;
    }
    for (const key of Object.keys(value))
      if (!Object.hasOwn(rules, key)) fault('2.2', `${at}.${key}`, 'is no property of it');
    for (const [key, rule] of Object.entries(rules)) {
      const own = value[key];
      if (own === null) fault('2.2', `${at}.${key}`, 'is null');
      else if (own === undefined) {
        if (rule.required) fault(rule.section, `${at}.${key}`, 'is missing');
      } else if (rule.check(own, `${at}.${key}`) === false)
        fault(rule.section, `${at}.${key}`, `is not of its kind: ${JSON.stringify(own)}`);
    }
    return true;
  }

  /** §2.4.2.1: an Agent has exactly one inverse functional identifier (§2.4.2.3). */
  function agent(value: unknown, at: string): undefined {
    checkObject(value, at, {
      objectType: { section: '2.4.2.1', check: (it) => it === 'Agent' },
      name: { section: '2.4.2.1', check: isString },
      mbox: { section: '2.4.2.3', check: (it) => isString(it) && /^mailto:[^@\s]+@[^@\s]+$/.test(it) },
      mbox_sha1sum: { section: '2.4.2.3', check: (it) => isString(it) && /^[\da-f]{40}$/i.test(it) },
      openid: { section: '2.4.2.3', check: isIri },
      account: { section: '2.4.2.4', check: account },
    });
    const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((key) => isObject(value) && key in value);
    if (identifiers.length !== 1) fault('2.4.2.3', at, `has ${identifiers.length} identifiers`);
  }

  function account(value: unknown, at: string): undefined {
    checkObject(value, at, {
      homePage: { section: '2.4.2.4', required: true, check: isIri },
      name: { section: '2.4.2.4', required: true, check: (it) => isString(it) && it !== '' },
    });
  }

  function verb(value: unknown, at: string): undefined {
    checkObject(value, at, {
      id: { section: '2.4.3', required: true, check: isIri },
      display: { section: '2.4.3', check: languageMap },
    });
  }

  function activity(value: unknown, at: string): undefined {
    checkObject(value, at, {
      objectType: { section: '2.4.4.1', check: (it) => it === 'Activity' },
      id: { section: '2.4.4.1', required: true, check: isIri },
      definition: {
        section: '2.4.4.1',
        check: (it, where) => {
          checkObject(it, where, {
            name: { section: '2.4.4.1', check: languageMap },
            description: { section: '2.4.4.1', check: languageMap },
            type: { section: '2.4.4.1', check: isIri },
            moreInfo: { section: '2.4.4.1', check: isIri },
            extensions: { section: '4.1', check: extensions },
          });
          return undefined;
        },
      },
    });
  }

  function result(value: unknown, at: string): undefined {
    checkObject(value, at, {
      score: { section: '2.4.5.1', check: score },
      success: { section: '2.4.5', check: isBoolean },
      completion: { section: '2.4.5', check: isBoolean },
      response: { section: '2.4.5', check: isString },
      duration: {
        section: '4.6',
        check: (it) => isString(it) && /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(it),
      },
      extensions: { section: '4.1', check: extensions },
    });
  }

  function score(value: unknown, at: string): undefined {
    checkObject(value, at, {
      scaled: { section: '2.4.5.1', check: (it) => isNumber(it) && it >= -1 && it <= 1 },
      raw: { section: '2.4.5.1', check: isNumber },
      min: { section: '2.4.5.1', check: isNumber },
      max: { section: '2.4.5.1', check: isNumber },
    });
    if (!isObject(value)) return;
    const { raw, min, max } = value;
    if (isNumber(min) && isNumber(max) && min >= max) fault('2.4.5.1', at, 'min is not less than max');
    if (isNumber(raw) && isNumber(min) && raw < min) fault('2.4.5.1', at, 'raw is less than min');
    if (isNumber(raw) && isNumber(max) && raw > max) fault('2.4.5.1', at, 'raw is more than max');
  }

  function context(value: unknown, at: string): undefined {
    checkObject(value, at, {
      registration: { section: '2.4.6', check: uuid },
      instructor: { section: '2.4.6', check: agent },
      team: { section: '2.4.6', check: isObject },
      contextActivities: { section: '2.4.6.2', check: contextActivities },
      revision: { section: '2.4.6', check: isString },
      platform: { section: '2.4.6', check: isString },
      language: { section: '2.4.6', check: (it) => isString(it) && isLanguage(it) },
      statement: { section: '2.4.6', check: isObject },
      extensions: { section: '4.1', check: extensions },
    });
  }

  function contextActivities(value: unknown, at: string): undefined {
    const some = {
      section: '2.4.6.2',
      check: (it: unknown, where: string) => {
        // "a single Activity … or a non-empty array"
        const all = Array.isArray(it) ? it : [it];
        if (all.length === 0) fault('2.4.6.2', where, 'is empty');
        for (const [index, one] of all.entries()) activity(one, `${where}[${index}]`);
        return undefined;
      },
    };
    checkObject(value, at, { parent: some, grouping: some, category: some, other: some });
  }

  /** §4.2: keys are RFC 5646 language tags. */
  function languageMap(value: unknown, at: string): undefined {
    if (!isObject(value)) fault('4.2', at, 'is no language map');
    else
      for (const [tag, text] of Object.entries(value)) {
        if (!isLanguage(tag)) fault('4.2', `${at}.${tag}`, 'is no language');
        if (!isString(text)) fault('4.2', `${at}.${tag}`, 'is no text');
      }
  }
}

/** §2.2, §4.4: UUIDs in their standard form. */
const uuid = (value: unknown) =>
  isString(value) && /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(value);

/** §4.5: ISO 8601 with a zone that is not −00, −0000 or −00:00. */
const timestamp = (value: unknown) =>
  isString(value) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/.test(value) &&
  !/-00(:?00)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const extensions = (value: unknown) => isObject(value) && Object.keys(value).every(isIri);

/** §4.3: with a scheme, without spaces or what RFC 3987 excludes. */
const isIri = (value: unknown) => isString(value) && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
