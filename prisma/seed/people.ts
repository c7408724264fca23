/** Who is in the demonstration. What is special about a learner is said here, and nowhere else. */
export type Story = 'steady' | 'stuck' | 'inactive' | 'ahead' | 'never-came' | 'just-began';
export type Cast = { readonly login: string; readonly name: string; readonly story?: Story };

/** As long as a name from a school's own system may be. */
const longName =
  'Maria Concepción Fernanda Guadalupe Wilhelmina Kanokwan Oluwaseun-Adébáyọ̀ Srinivasaramanujam von der Hohenzollern-Featherstonehaugh';

export const staff = {
  admin: { login: 'admin', name: 'Robin Admin' },
  instructor: { login: 'mara', name: 'Mara Lindqvist' },
  assistant: { login: 'jonas', name: 'Jonas Okafor' },
  /** Teaches the other class, and has no business in the first. */
  otherInstructor: { login: 'chen', name: '陈立明' },
} as const satisfies Record<string, Cast>;

/** Signs in, and has done about half. */
export const namedLearner: Cast = { login: 'lin', name: '林小雨' };

export const tuesday: readonly Cast[] = [
  namedLearner,
  { login: 'amara', name: 'Amara Nwosu', story: 'ahead' },
  { login: 'ben', name: 'Ben Achterberg' },
  { login: 'bobby', name: '<b onmouseover="alert(1)">Bobby</b> & Söhne' },
  { login: 'chiara', name: 'Chiara De Luca' },
  { login: 'dmitri', name: 'Дмитрий Соколов' },
  { login: 'elif', name: 'Elif Yıldız', story: 'stuck' },
  { login: 'farid', name: 'فريد الحسيني' },
  { login: 'grace', name: 'Grace Hopkins' },
  { login: 'haruto', name: '佐藤陽斗' },
  { login: 'ines', name: 'Inês Carvalho', story: 'inactive' },
  { login: 'jack', name: "Jack O'Neill" },
  { login: 'kavya', name: 'Kavya Raman' },
  { login: 'liam', name: 'Liam Brennan', story: 'just-began' },
  { login: 'maria', name: longName },
  { login: 'noor', name: 'Noor van Dijk' },
  { login: 'oscar', name: 'Oscar Lindgren', story: 'never-came' },
  { login: 'priya', name: 'Priya Natarajan' },
  { login: 'quentin', name: 'Quentin Roux', story: 'stuck' },
  { login: 'wangfang', name: '王芳' },
];

export const chinese: readonly Cast[] = [
  { login: 'zhangwei', name: '张伟' },
  { login: 'lina', name: '李娜', story: 'ahead' },
  { login: 'liuyang', name: '刘洋' },
  { login: 'chenjing', name: '陈静' },
  { login: 'yangfan', name: '杨帆', story: 'stuck' },
  { login: 'zhaolei', name: '赵磊' },
  { login: 'huangxin', name: '黄欣怡' },
  { login: 'zhoujie', name: '周杰', story: 'inactive' },
  { login: 'wumin', name: '吴敏' },
  { login: 'xuting', name: '徐婷' },
  { login: 'ouyang', name: '欧阳明轩' },
  { login: 'sikong', name: '司空云舒', story: 'just-began' },
];
