/** Statements as we make them: a part of what xAPI 1.0.3 allows (Data §2.4). */
export type Statement = {
  readonly id: string;
  readonly actor: Agent;
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: Activity;
  readonly result?: Result;
  readonly context: Context;
  /** ISO 8601. */
  readonly timestamp: string;
};

export type LanguageMap = Readonly<Record<string, string>>;

/** By an account and by nothing else, so that nobody is known by it who is not known here. */
export type Agent = {
  readonly objectType: 'Agent';
  readonly name?: string;
  readonly account: { readonly homePage: string; readonly name: string };
};

export type Activity = {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition?: { readonly type: string; readonly name: LanguageMap };
};

export type Result = {
  readonly score?: { readonly scaled: number; readonly raw: number; readonly min: number; readonly max: number };
  readonly success?: boolean;
  readonly completion?: boolean;
};

export type Context = {
  readonly platform: string;
  readonly registration?: string;
  readonly contextActivities?: { readonly parent?: readonly Activity[]; readonly grouping?: readonly Activity[] };
};

/** The verbs we use, all of ADL's own vocabulary. */
const display = {
  answered: { en: 'answered', 'zh-Hans': '回答了' },
  completed: { en: 'completed', 'zh-Hans': '完成了' },
  passed: { en: 'passed', 'zh-Hans': '通过了' },
  failed: { en: 'failed', 'zh-Hans': '未通过' },
  mastered: { en: 'mastered', 'zh-Hans': '掌握了' },
  initialized: { en: 'initialized', 'zh-Hans': '开始了' },
  terminated: { en: 'terminated', 'zh-Hans': '结束了' },
} as const satisfies Record<string, LanguageMap>;

export type VerbName = keyof typeof display;

export const verb = (name: VerbName): Statement['verb'] => ({
  id: `http://adlnet.gov/expapi/verbs/${name}`,
  display: display[name],
});
