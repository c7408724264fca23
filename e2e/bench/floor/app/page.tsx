/** The least that Next and React send: what a page of ours weighs is counted from here. */
export default function Page() {
  return <h1>Floor</h1>;
}
