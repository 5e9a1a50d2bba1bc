// Command oracle verifies logs, proofs and cosignatures with golang.org/x/mod, which shares no
// code with this project. It reads one task a line and answers one line: "ok", or why not.
//
//	audit FOLDER KEYS          every entry and every tile, up to the signed root
//	proof PROOF ENTRY KEYS     a tlog-proof over the bytes of an entry
//	grew OLD NEW FOLDER KEYS   whether the tree of one checkpoint begins with that of another
//
// KEYS are verifier keys parted by commas, the log's first; each of them must have signed.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	tasks := bufio.NewScanner(os.Stdin)
	tasks.Buffer(nil, 1<<20)
	for tasks.Scan() {
		if err := run(strings.Split(tasks.Text(), " ")); err != nil {
			fmt.Println("refused:", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("ok")
		}
	}
}

func run(task []string) error {
	switch {
	case task[0] == "audit" && len(task) == 3:
		return audit(task[1], task[2])
	case task[0] == "proof" && len(task) == 4:
		return proof(task[1], task[2], task[3])
	case task[0] == "grew" && len(task) == 5:
		return grew(task[1], task[2], task[3], task[4])
	}
	return errors.New("no such task")
}

// cosigner verifies the timestamped Ed25519 cosignatures of c2sp.org/tlog-cosignature.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	at := binary.BigEndian.Uint64(sig)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func verifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("verifier key")
	}
	blob, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(blob) != 1+ed25519.PublicKeySize || blob[0] != 4 {
		return note.NewVerifier(vkey)
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), blob...))
	if fmt.Sprintf("%x", sum[:4]) != parts[1] {
		return nil, errors.New("verifier key id")
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(sum[:4]), blob[1:]}, nil
}

// open verifies a checkpoint. x/mod decodes base64 leniently; the specification's one spelling is
// demanded here.
func open(msg []byte, keys string) (tlog.Tree, error) {
	var tree tlog.Tree
	if err := oneSpelling(msg); err != nil {
		return tree, err
	}
	var verifiers []note.Verifier
	for _, vkey := range strings.Split(keys, ",") {
		v, err := verifier(vkey)
		if err != nil {
			return tree, err
		}
		verifiers = append(verifiers, v)
	}
	opened, err := note.Open(msg, note.VerifierList(verifiers...))
	if err != nil {
		return tree, err
	}
	for _, v := range verifiers {
		if !signedBy(opened, v) {
			return tree, fmt.Errorf("%s has not signed", v.Name())
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifiers[0].Name() {
		return tree, errors.New("checkpoint lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] || size < 0 {
		return tree, errors.New("checkpoint size")
	}
	hash, err := hashOf(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

func signedBy(n *note.Note, v note.Verifier) bool {
	for _, sig := range n.Sigs {
		if sig.Name == v.Name() && sig.Hash == v.KeyHash() {
			return true
		}
	}
	return false
}

func oneSpelling(msg []byte) error {
	at := bytes.LastIndex(msg, []byte("\n\n"))
	if at < 0 {
		return errors.New("no signatures")
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(msg[at+2:]), "\n"), "\n") {
		encoded := line[strings.LastIndex(line, " ")+1:]
		if _, err := base64.StdEncoding.Strict().DecodeString(encoded); err != nil {
			return err
		}
	}
	return nil
}

func hashOf(text string) (tlog.Hash, error) {
	var hash tlog.Hash
	raw, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) != tlog.HashSize {
		return hash, errors.New("hash")
	}
	copy(hash[:], raw)
	return hash, nil
}

// folder reads tiles; x/mod writes the tile height into paths, tlog-tiles does not.
type folder string

func (f folder) Height() int                         { return height }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (f folder) ReadTiles(t []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range t {
		data, err := os.ReadFile(f.path(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) path(t tlog.Tile) string {
	return filepath.Join(string(f), strings.Replace(t.Path(), "tile/8/", "tile/", 1))
}

func (f folder) entries(t tlog.Tile) ([][]byte, error) {
	path := strings.Replace(f.path(t), "/tile/0/", "/tile/entries/", 1)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, errors.New("bundle cut short")
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if len(entries) != t.W {
		return nil, errors.New("bundle width")
	}
	return entries, nil
}

// stored holds the hashes of all complete subtrees, computed from the entries alone.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		if index >= int64(len(s)) {
			return nil, errors.New("hash beyond the tree")
		}
		hashes = append(hashes, s[index])
	}
	return hashes, nil
}

func audit(dir, keys string) error {
	msg, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := open(msg, keys)
	if err != nil {
		return err
	}
	tiles := tilesOf(tree.N)
	var hashes stored
	var count int64
	for _, tile := range tiles {
		if tile.L != 0 {
			continue
		}
		entries, err := folder(dir).entries(tile)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			added, err := tlog.StoredHashes(count, entry, hashes)
			if err != nil {
				return err
			}
			hashes = append(hashes, added...)
			count++
		}
	}
	if count != tree.N {
		return errors.New("another count of entries")
	}
	if err := sameRoot(tree, hashes); err != nil {
		return err
	}
	for _, tile := range tiles {
		expected, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(folder(dir).path(tile))
		if err != nil {
			return err
		}
		if !bytes.Equal(expected, data) {
			return fmt.Errorf("tile %s differs", tile.Path())
		}
	}
	return nil
}

// tilesOf lists the tiles of a tree; x/mod's NewTiles lists those of every smaller tree as well.
func tilesOf(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for level := 0; size>>(height*level) > 0; level++ {
		hashes := size >> (height * level)
		for n := int64(0); n < hashes; n += 1 << height {
			width := hashes - n
			if width > 1<<height {
				width = 1 << height
			}
			tiles = append(tiles, tlog.Tile{H: height, L: level, N: n >> height, W: int(width)})
		}
	}
	return tiles
}

func sameRoot(tree tlog.Tree, hashes stored) error {
	root := tlog.Hash(sha256.Sum256(nil))
	if tree.N > 0 {
		var err error
		if root, err = tlog.TreeHash(tree.N, hashes); err != nil {
			return err
		}
	}
	if root != tree.Hash {
		return errors.New("another root")
	}
	return nil
}

func proof(file, entryFile, keys string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(entryFile)
	if err != nil {
		return err
	}
	at := bytes.Index(data, []byte("\n\n"))
	if at < 0 {
		return errors.New("no checkpoint")
	}
	lines := strings.Split(string(data[:at]), "\n")
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("no proof")
	}
	if !strings.HasPrefix(lines[1], "index ") {
		return errors.New("no index")
	}
	index, err := strconv.ParseInt(lines[1][6:], 10, 64)
	if err != nil || strconv.FormatInt(index, 10) != lines[1][6:] {
		return errors.New("index")
	}
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := hashOf(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	tree, err := open(data[at+2:], keys)
	if err != nil {
		return err
	}
	if index < 0 || index >= tree.N {
		return errors.New("index outside the tree")
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func grew(oldFile, newFile, dir, keys string) error {
	var trees [2]tlog.Tree
	for i, file := range []string{oldFile, newFile} {
		msg, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if trees[i], err = open(msg, keys); err != nil {
			return err
		}
	}
	before, after := trees[0], trees[1]
	reader := tlog.TileHashReader(after, folder(dir))
	path, err := tlog.ProveTree(after.N, before.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(path, after.N, after.Hash, before.N, before.Hash)
}
