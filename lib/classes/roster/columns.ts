/** What a roster may say of somebody. */
export const rosterFields = [
  'name',
  'givenName',
  'familyName',
  'email',
  'login',
  'externalId',
  'group',
  'role',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** The names a column goes by, without spaces, hyphens and capitals. OneRoster's are among them. */
const names: Readonly<Record<RosterField, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'displayname',
    'student',
    'studentname',
    'learner',
    'learnername',
    '姓名',
    '名字',
    '学生',
    '学生姓名',
    '学员',
    '学员姓名',
  ],
  givenName: ['givenname', 'firstname', 'forename', 'first', '名'],
  familyName: ['familyname', 'lastname', 'surname', 'last', '姓', '姓氏'],
  email: ['email', 'emailaddress', 'mail', '邮箱', '电子邮箱', '电子邮件', '邮件', '邮箱地址'],
  login: ['login', 'loginname', 'username', 'user', 'account', '账号', '帐号', '用户名', '登录名'],
  externalId: [
    'externalid',
    'id',
    'studentid',
    'learnerid',
    'number',
    'studentnumber',
    'sisid',
    'sisuserid',
    'sourcedid',
    'identifier',
    'idnumber',
    '学号',
    '编号',
    '学籍号',
  ],
  group: ['group', 'groupname', 'team', 'section', '小组', '分组', '组', '组别'],
  role: ['role', 'roleinclass', '角色', '身份'],
};

const known = new Map(rosterFields.flatMap((field) => names[field].map((name) => [name, field] as const)));

export type Columns = {
  /** Of each field, the number of its column, from 0. */
  readonly at: Partial<Readonly<Record<RosterField, number>>>;
  /** Columns that are not taken over, by the names they have. */
  readonly unknown: readonly string[];
  /** Columns that say a thing a second time: the first was taken. */
  readonly twice: readonly string[];
};

/** Which column is which, whatever their order. Nothing that is not understood is dropped in silence. */
export function readColumns(header: readonly string[]): Columns {
  const at: Partial<Record<RosterField, number>> = {};
  const unknown: string[] = [];
  const twice: string[] = [];
  header.forEach((title, number) => {
    const field = known.get(plain(title));
    if (!field) unknown.push(title === '' ? columnLetter(number) : title);
    else if (at[field] !== undefined) twice.push(title);
    else at[field] = number;
  });
  return { at, unknown, twice };
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
}

/** `columnLetter(0) === 'A'`, `columnLetter(27) === 'AB'`: as a spreadsheet says it. */
export function columnLetter(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : columnLetter(Math.floor(number / 26) - 1) + last;
}
