// Checks the log of an evidence bundle with golang.org/x/mod/sumdb alone: signature, root, inclusion and consistency.
//
//	go run main.go VKEY FOLDER
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for at, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[at] = s[index]
	}
	return hashes, nil
}

func fail(what string, err error) {
	fmt.Fprintln(os.Stderr, what, err)
	os.Exit(1)
}

// pathOf says where a bundle of entries stands: three digits to a folder, all but the last with an x.
func pathOf(index int64) string {
	digits := fmt.Sprintf("%03d", index%1000)
	for index >= 1000 {
		index /= 1000
		digits = fmt.Sprintf("x%03d/%s", index%1000, digits)
	}
	return digits
}

func entriesOf(folder string, size int64) [][]byte {
	var entries [][]byte
	for index := int64(0); index*256 < size; index++ {
		name := filepath.Join(folder, "log", "tile", "entries", pathOf(index))
		if left := size - index*256; left < 256 {
			name += fmt.Sprintf(".p/%d", left)
		}
		bundle, err := os.ReadFile(name)
		if err != nil {
			fail("entries", err)
		}
		for len(bundle) >= 2 {
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	return entries
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fail("key", err)
	}
	folder := os.Args[2]
	checkpoint, err := os.ReadFile(filepath.Join(folder, "log", "checkpoint"))
	if err != nil {
		fail("checkpoint", err)
	}
	opened, err := note.Open(checkpoint, note.VerifierList(verifier))
	if err != nil {
		fail("signature", err)
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		fail("size", err)
	}
	signed, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil {
		fail("root", err)
	}
	statement, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS.note"))
	if err != nil {
		fail("statement", err)
	}
	if _, err := note.Open(statement, note.VerifierList(verifier)); err != nil {
		fail("statement", err)
	}

	var hashes stored
	entries := entriesOf(folder, size)
	for index, entry := range entries {
		more, err := tlog.StoredHashes(int64(index), entry, hashes)
		if err != nil {
			fail("hashes", err)
		}
		hashes = append(hashes, more...)
	}
	root, err := tlog.TreeHash(int64(len(entries)), hashes)
	if err != nil {
		fail("tree", err)
	}
	if string(root[:]) != string(signed) {
		fail("root", fmt.Errorf("%v is not what was signed", root))
	}

	inclusions, consistencies := 0, 0
	for index := int64(0); index < size; index += 1 + size/100 {
		proof, err := tlog.ProveRecord(size, index, hashes)
		if err != nil {
			fail("prove", err)
		}
		if err := tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entries[index])); err != nil {
			fail("inclusion", err)
		}
		inclusions++
	}
	for old := int64(1); old < size; old += 1 + size/50 {
		before, err := tlog.TreeHash(old, hashes)
		if err != nil {
			fail("tree", err)
		}
		proof, err := tlog.ProveTree(size, old, hashes)
		if err != nil {
			fail("prove", err)
		}
		if err := tlog.CheckTree(proof, size, root, old, before); err != nil {
			fail("consistency", err)
		}
		consistencies++
	}
	// Proofs that our own program made.
	given := 0
	proofs, _ := filepath.Glob(filepath.Join(folder, "ours", "*.proof"))
	for _, name := range proofs {
		text, err := os.ReadFile(name)
		if err != nil {
			fail("proof", err)
		}
		proofLines := strings.Split(strings.TrimSpace(string(text)), "\n")
		index, err := strconv.ParseInt(proofLines[0], 10, 64)
		if err != nil {
			fail("proof", err)
		}
		var path tlog.RecordProof
		for _, line := range proofLines[1:] {
			hash, err := tlog.ParseHash(line)
			if err != nil {
				fail("proof", err)
			}
			path = append(path, hash)
		}
		if err := tlog.CheckRecord(path, size, root, index, tlog.RecordHash(entries[index])); err != nil {
			fail("our proof", err)
		}
		given++
	}
	fmt.Printf("%s %d %s inclusions=%d consistencies=%d ours=%d\n", lines[0], size, root, inclusions, consistencies, given)
}
