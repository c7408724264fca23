/** The head of every list of leaked passwords, as far as it has eight characters or more. Small letters. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 0123456789 987654321 9876543210 87654321 11223344 123123123 147258369
  123456789a 12345678a a12345678 a123456789 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 qwertyuiop qwerty123 qwerty12 qwer1234
  qwerty1234 asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 password password1 password12 password123 passw0rd p@ssw0rd p@ssword
  abcd1234 abc12345 abc123456 abcdefgh abcdefg1 aa123456 aa12345678 iloveyou iloveyou1 woaini1314 5201314520 woaini520
  sunshine princess football baseball superman trustno1 letmein1 welcome1 welcome123 admin123 administrator changeme
  starwars whatever dragon12 michelle jennifer computer internet liverpool charlie1 monkey123 master123 shadow123
  handrail handrail1 learner1 student1 student123 teacher1 teacher123 xiaoming 88888888 66666666 31415926 3141592653`.split(
    /\s+/,
  ),
);
