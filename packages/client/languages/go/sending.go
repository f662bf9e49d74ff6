package openwaybill

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// operation is what the run time needs of one; what is not said is false or empty.
type operation struct {
	method, path string
	// the answer has a body
	hasAnswer bool
	// the call is named by an idempotency key
	keyed   bool
	noStore bool
	// called without a token
	anonymous bool
	// where the body has plain text of a person or a place
	plain []string
}

// TokenSource gives tokens. A token that was refused is handed back, so that a source that remembers does not give it
// again.
type TokenSource func(ctx context.Context, refused string) (string, error)

// Options say how to reach another party. Only BaseURL and, but for what is open to everybody, Token are needed.
type Options struct {
	BaseURL string
	Token   TokenSource
	// Timeout is for one attempt, up to the last byte of its answer; 10 seconds by default.
	Timeout time.Duration
	// Deadline is for all attempts of a call with the pauses between them; a minute by default.
	Deadline time.Duration
	// Retries says how often a call may be repeated; three times by default, and never where it is below zero.
	Retries int
	// HTTPClient makes the requests. It follows no redirect: a token is for one audience.
	HTTPClient *http.Client
	// Now, Random and Wait are the clock, the randomness and the patience of this machine by default.
	Now    func() time.Time
	Random func(bytes []byte) error
	Wait   func(ctx context.Context, pause time.Duration) error
}

// Client calls another party. A call answers a value or a problem; an error says that its context ended it, or that
// it could not be made.
type Client struct {
	options Options
}

// Connect takes the defaults for what is not said.
func Connect(options Options) *Client {
	if options.Timeout == 0 {
		options.Timeout = 10 * time.Second
	}
	if options.Deadline == 0 {
		options.Deadline = time.Minute
	}
	if options.Retries == 0 {
		options.Retries = 3
	}
	caller := http.Client{}
	if options.HTTPClient != nil {
		caller = *options.HTTPClient
	}
	caller.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	options.HTTPClient = &caller
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Random == nil {
		options.Random = func(bytes []byte) error {
			_, err := rand.Read(bytes)
			return err
		}
	}
	if options.Wait == nil {
		options.Wait = sleep
	}
	return &Client{options}
}

func sleep(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Answer is what was asked for.
type Answer[T any] struct {
	Value  T
	Status int
	// Replayed says that it is the answer to an earlier call with the same key.
	Replayed bool
	// Revision is of the entity tag, and what a change names; 0 where there is none.
	Revision int64
}

// None is the value of an answer without a body.
type None struct{}

// Option says of one call what is not always said.
type Option func(*given)

// WithIdempotencyKey names a call by a key that was kept, after a restart for example.
func WithIdempotencyKey(key string) Option {
	return func(to *given) { to.key = key }
}

// WithIfMatch names the revision that is changed, where there is one already.
func WithIfMatch(revision int64) Option {
	return func(to *given) { to.ifMatch = revision }
}

// given is what a call was given, whatever its operation.
type given struct {
	path    map[string]string
	query   url.Values
	body    any
	ifMatch int64
	key     string
}

var parameter = regexp.MustCompile(`\{(\w+)\}`)

func urlOf(base string, row operation, of given) string {
	filled := parameter.ReplaceAllStringFunc(row.path, func(name string) string {
		// a space in a path is no plus
		return strings.ReplaceAll(url.QueryEscape(of.path[name[1:len(name)-1]]), "+", "%20")
	})
	address := strings.TrimRight(base, "/") + filled
	if asked := of.query.Encode(); asked != "" {
		return address + "?" + asked
	}
	return address
}

func (c *Client) requestOf(ctx context.Context, row operation, of given, token, key string, body []byte) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, row.method, urlOf(c.options.BaseURL, row, of), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/json, application/problem+json")
	request.Header.Set("OpenWaybill-Version", Version)
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if key != "" {
		request.Header.Set("Idempotency-Key", key)
	}
	if of.ifMatch > 0 {
		request.Header.Set("If-Match", `"`+strconv.FormatInt(of.ifMatch, 10)+`"`)
	}
	if row.noStore {
		request.Header.Set("Cache-Control", "no-store")
	}
	return request, nil
}

// passing tells refusals after which the same request may be made again, whoever on the way gave them.
func passing(status int) bool {
	switch status {
	case 408, 425, 429, 502, 503, 504:
		return true
	}
	return false
}

// mayBeRepeated says whether the same request may be made again. A stale revision, say, needs a read first.
func mayBeRepeated(problem *Problem) bool {
	switch {
	case !problem.Retryable:
		return false
	case problem.Code == "NO_ANSWER" || problem.Code == "TIMED_OUT":
		return true
	case problem.Status == 409:
		return problem.Code == "REQUEST_IN_PROGRESS"
	}
	return problem.Status == 500 || passing(int(problem.Status))
}

// own is a problem that the client itself finds: NO_ANSWER, TIMED_OUT, ANSWER_INVALID, NOT_A_PROBLEM, NO_TOKEN,
// REQUEST_INVALID. Its status is 0 where nothing came back.
func own(code string, status int, retryable bool, errors ...ProblemErrorsItem) *Problem {
	return &Problem{Code: ProblemCode(code), Status: int64(status), Retryable: retryable, Errors: errors}
}

// problemIn is the problem in a refusal. One whose code is unknown is still told by its status and Retryable.
func problemIn(status int, body []byte) *Problem {
	var document map[string]any
	if checkJSON(body) != nil || json.Unmarshal(body, &document) != nil {
		return own("NOT_A_PROBLEM", status, passing(status))
	}
	if code, isText := document["code"].(string); !isText || code == "" {
		return own("NOT_A_PROBLEM", status, passing(status))
	}
	problem := &Problem{}
	if err := readMembers(body, problem, false); err != nil {
		return own("NOT_A_PROBLEM", status, passing(status))
	}
	problem.Status = int64(status)
	if _, isSaid := document["retryable"].(bool); !isSaid {
		problem.Retryable = passing(status)
	}
	return problem
}

var entityTag = regexp.MustCompile(`^"([0-9]{1,16})"$`)

func readAnswer[T any](row operation, response *http.Response, body []byte) (*Answer[T], *Problem) {
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return nil, problemIn(response.StatusCode, body)
	}
	answer := &Answer[T]{Status: response.StatusCode}
	if row.hasAnswer {
		if err := checkJSON(body); err != nil {
			return nil, own("ANSWER_INVALID", response.StatusCode, false)
		}
		if err := json.Unmarshal(body, &answer.Value); err != nil {
			return nil, own("ANSWER_INVALID", response.StatusCode, false, findingOf(err))
		}
	}
	answer.Replayed = response.Header.Get("Idempotency-Replayed") == "true"
	if tag := entityTag.FindStringSubmatch(response.Header.Get("ETag")); tag != nil {
		answer.Revision, _ = strconv.ParseInt(tag[1], 10, 64) // sixteen digits always fit
	}
	return answer, nil
}

func findingOf(err error) ProblemErrorsItem {
	var found *unreadable
	if errors.As(err, &found) {
		return ProblemErrorsItem{Pointer: found.pointer, Rule: found.rule, Message: found.message}
	}
	return ProblemErrorsItem{Rule: "type", Message: "This is of another type."}
}

// attempt makes one request and reads the whole of its answer, within the given time.
func (c *Client) attempt(ctx context.Context, row operation, of given, token, key string, body []byte, left time.Duration) (*http.Response, []byte, *Problem, error) {
	within, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	request, err := c.requestOf(within, row, of, token, key, body)
	if err != nil {
		return nil, nil, nil, err
	}
	response, err := c.options.HTTPClient.Do(request)
	var answered []byte
	if err == nil {
		defer response.Body.Close()
		answered, err = io.ReadAll(response.Body)
	}
	switch {
	case ctx.Err() != nil:
		return nil, nil, nil, ctx.Err()
	case err == nil:
		return response, answered, nil, nil
	case within.Err() != nil:
		return nil, nil, own("TIMED_OUT", 0, true), nil
	}
	return nil, nil, own("NO_ANSWER", 0, true), nil
}

// newKey is a random UUID (RFC 9562 section 5.4). It is made once a call and never derived from data.
func newKey(random func([]byte) error) (string, error) {
	id := make([]byte, 16)
	if err := random(id); err != nil {
		return "", err
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:]), nil
}

// send is one call: the same request, with the same idempotency key, until it has an answer that is final. Only reads
// and calls with a key are repeated.
func send[T any](ctx context.Context, c *Client, row operation, of given, options []Option) (*Answer[T], *Problem, error) {
	for _, option := range options {
		option(&of)
	}
	body, problem, err := bodyOf(row, of.body)
	if err != nil || problem != nil {
		return nil, problem, err
	}
	if row.keyed && of.key == "" {
		if of.key, err = newKey(c.options.Random); err != nil {
			return nil, nil, err
		}
	}
	if !row.keyed {
		of.key = ""
	}
	until := c.options.Now().Add(c.options.Deadline)
	needsToken := c.options.Token != nil && !row.anonymous
	token, problem := c.token(ctx, needsToken, "")
	renewed := false
	for tried := 1; ; tried++ {
		if problem != nil {
			return nil, problem, ctx.Err()
		}
		left := until.Sub(c.options.Now())
		if left > c.options.Timeout {
			left = c.options.Timeout
		}
		response, answered, refusal, err := c.attempt(ctx, row, of, token, of.key, body, left)
		if err != nil {
			return nil, nil, err
		}
		pause, isAsked := time.Duration(0), false
		if refusal == nil {
			var answer *Answer[T]
			if answer, refusal = readAnswer[T](row, response, answered); refusal == nil {
				return answer, nil, nil
			}
			pause, isAsked = retryAfter(response.Header.Get("Retry-After"), c.options.Now())
		}
		if refusal.Code == "UNAUTHENTICATED" && needsToken && !renewed {
			renewed = true
			token, problem = c.token(ctx, needsToken, token)
			continue
		}
		repeatable := row.method == http.MethodGet || row.keyed
		if !repeatable || !mayBeRepeated(refusal) || tried > c.options.Retries {
			return nil, refusal, nil
		}
		if !isAsked {
			if pause, err = backOff(tried, c.options.Random); err != nil {
				return nil, nil, err
			}
		}
		if !c.options.Now().Add(pause).Before(until) {
			return nil, refusal, nil
		}
		if err := c.options.Wait(ctx, pause); err != nil {
			return nil, nil, err
		}
	}
}

func (c *Client) token(ctx context.Context, isNeeded bool, refused string) (string, *Problem) {
	if !isNeeded {
		return "", nil
	}
	token, err := c.options.Token(ctx, refused)
	if err != nil {
		return "", own("NO_TOKEN", 0, true)
	}
	return token, nil
}
