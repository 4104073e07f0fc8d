// fails: 9e
// says: ours-is-a-stranger
// change: /ours_already;/d
