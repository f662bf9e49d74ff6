package openwaybill

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"sync"
	"time"
)

const (
	// older or newer than this is refused (Standard Webhooks)
	tolerance = 5 * time.Minute
	// a whole event has at most this
	maxBytes = 20_000
	// after this a sender has given up
	seenFor   = 72 * time.Hour
	challenge = "org.openwaybill.discovery.subscription.challenged"
)

// Event is what came in. Data points to the message of its type, or is plain JSON where the type is not known.
type Event struct {
	ID, Source, Type, Subject string
	Time                      Instant
	Data                      any
}

// Seen remembers what was handled, so that an event that comes again is not handled again.
type Seen interface {
	Has(ctx context.Context, key string) (bool, error)
	Add(ctx context.Context, key string, until time.Time) error
}

// SeenInMemory is a memory that a restart loses; one that is shared between processes is better.
type SeenInMemory struct {
	now  func() time.Time
	lock sync.Mutex
	kept map[string]time.Time
}

// NewSeenInMemory remembers by that clock.
func NewSeenInMemory(now func() time.Time) *SeenInMemory {
	return &SeenInMemory{now: now, kept: map[string]time.Time{}}
}

// Has says whether it was handled.
func (s *SeenInMemory) Has(_ context.Context, key string) (bool, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	_, isThere := s.kept[key]
	return isThere, nil
}

// Add remembers until then.
func (s *SeenInMemory) Add(_ context.Context, key string, until time.Time) error {
	s.lock.Lock()
	defer s.lock.Unlock()
	for old, end := range s.kept {
		if !end.After(s.now()) {
			delete(s.kept, old)
		}
	}
	s.kept[key] = until
	return nil
}

// Handler does what is to be done with an event. One that fails makes the sender try again.
type Handler func(ctx context.Context, event Event) error

// ReceiverOptions say who may sign, and what is done with what comes.
type ReceiverOptions struct {
	// Keys sign (v1a); Secrets are shared (v1), where the subscription has one, and two while it is changed.
	Keys    KeyLoader
	Secrets []string
	// Source is the party that the keys are of; an event in another's name is refused.
	Source   string
	Handlers map[string]Handler
	// Unknown takes an event of a type without a handler. It is acknowledged with or without this.
	Unknown Handler
	// Failed is told why a handler failed; the sender is told only to come again.
	Failed   func(err error, event Event)
	Seen     Seen
	MaxBytes int64
	Now      func() time.Time
}

// Receiver is an endpoint for events: size, signature over the raw bytes, time, JSON, envelope, payload, and then,
// once for each event, its handler.
type Receiver struct {
	options ReceiverOptions
	secrets [][]byte
	guard   sync.Mutex
	running map[string]*turn
}

// turn is whose turn it is with an event: of two deliveries at the same time the second waits.
type turn struct {
	lock   sync.Mutex
	wanted int
}

// NewReceiver fails when a secret is none.
func NewReceiver(options ReceiverOptions) (*Receiver, error) {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Seen == nil {
		options.Seen = NewSeenInMemory(options.Now)
	}
	if options.MaxBytes == 0 {
		options.MaxBytes = maxBytes
	}
	if options.Keys == nil {
		options.Keys = FixedKeys()
	}
	receiver := &Receiver{options: options, running: map[string]*turn{}}
	for _, text := range options.Secrets {
		secret, err := secretBytes(text)
		if err != nil {
			return nil, err
		}
		receiver.secrets = append(receiver.secrets, secret)
	}
	return receiver, nil
}

var unixSeconds = regexp.MustCompile("^[0-9]{1,12}$")

// ServeHTTP answers one delivery. Whatever stands before it must hand on the body byte for byte.
func (r *Receiver) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	if request.Method != http.MethodPost {
		writer.Header().Set("Allow", http.MethodPost)
		refuse(writer, "METHOD_NOT_ALLOWED")
		return
	}
	// one byte more than may come is enough to know
	body, err := io.ReadAll(io.LimitReader(request.Body, r.options.MaxBytes+1))
	if err != nil {
		refuse(writer, "MALFORMED_JSON")
		return
	}
	if int64(len(body)) > r.options.MaxBytes {
		refuse(writer, "BODY_TOO_LARGE")
		return
	}
	by := delivery{request.Header.Get("webhook-id"), request.Header.Get("webhook-timestamp"), request.Header.Get("webhook-signature")}
	isWhole := by.id != "" && by.signature != "" && unixSeconds.MatchString(by.timestamp)
	trusted := false
	if isWhole {
		if trusted, err = r.isTrusted(request.Context(), by, body); err != nil {
			r.fail(writer, err, Event{ID: by.id})
			return
		}
	}
	if !trusted {
		refuse(writer, "SIGNATURE_INVALID")
		return
	}
	seconds, _ := strconv.ParseInt(by.timestamp, 10, 64) // twelve digits always fit
	if skew := r.options.Now().Sub(time.Unix(seconds, 0)); skew > tolerance || skew < -tolerance {
		refuse(writer, "TIMESTAMP_SKEW")
		return
	}
	if checkJSON(body) != nil {
		refuse(writer, "MALFORMED_JSON")
		return
	}
	event, err := eventIn(body, by.id)
	if err != nil {
		refuse(writer, "SCHEMA_VIOLATION", findingOf(err))
		return
	}
	if r.options.Source != "" && event.Source != r.options.Source {
		refuse(writer, "SIGNATURE_INVALID")
		return
	}
	if event.Type == challenge {
		answerChallenge(writer, body)
		return
	}
	r.dispatchOnce(writer, request.Context(), event)
}

func (r *Receiver) isTrusted(ctx context.Context, by delivery, body []byte) (bool, error) {
	keys, err := r.options.Keys(ctx, false)
	if err != nil {
		return false, err
	}
	if isSigned(by, body, keys, r.secrets) {
		return true, nil
	}
	if keys, err = r.options.Keys(ctx, true); err != nil {
		return false, err
	}
	return isSigned(by, body, keys, nil), nil
}

func eventIn(body []byte, id string) (Event, error) {
	var envelope struct {
		ID      *string         `json:"id"`
		Source  *string         `json:"source"`
		Type    *string         `json:"type"`
		Subject string          `json:"subject"`
		Time    Instant         `json:"time"`
		Data    json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(body, &envelope); err != nil {
		return Event{}, err
	}
	if envelope.ID == nil || envelope.Source == nil || envelope.Type == nil || envelope.Data == nil {
		return Event{}, &unreadable{"", "required", "The event has no id, source, type or data."}
	}
	// an id that differs would be taken for another event
	if *envelope.ID != id {
		return Event{}, &unreadable{"/id", "const", "The id is not the webhook-id of the delivery."}
	}
	event := Event{ID: *envelope.ID, Source: *envelope.Source, Type: *envelope.Type, Subject: envelope.Subject, Time: envelope.Time}
	event.Data = payloadOf(event.Type)
	if event.Data == nil {
		event.Data = &map[string]any{}
	}
	if err := json.Unmarshal(envelope.Data, event.Data); err != nil {
		return Event{}, below("data", err)
	}
	return event, nil
}

func (r *Receiver) dispatchOnce(writer http.ResponseWriter, ctx context.Context, event Event) {
	key := strconv.Quote(event.Source) + strconv.Quote(event.ID)
	r.guard.Lock()
	mine := r.running[key]
	if mine == nil {
		mine = &turn{}
		r.running[key] = mine
	}
	mine.wanted++
	r.guard.Unlock()
	mine.lock.Lock()
	defer func() {
		mine.lock.Unlock()
		r.guard.Lock()
		defer r.guard.Unlock()
		if mine.wanted--; mine.wanted == 0 {
			delete(r.running, key)
		}
	}()
	isSeen, err := r.options.Seen.Has(ctx, key)
	if err == nil && !isSeen {
		err = r.dispatch(ctx, event, key)
	}
	if err != nil {
		r.fail(writer, err, event)
		return
	}
	writer.Header().Set("OpenWaybill-Version", Version)
	writer.WriteHeader(http.StatusNoContent)
}

func (r *Receiver) dispatch(ctx context.Context, event Event, key string) error {
	handler, isThere := r.options.Handlers[event.Type]
	if !isThere {
		handler = r.options.Unknown
	}
	if handler != nil {
		if err := handler(ctx, event); err != nil {
			return err
		}
	}
	return r.options.Seen.Add(ctx, key, r.options.Now().Add(seenFor))
}

// fail tells the sender to come again, and whoever wants to know why.
func (r *Receiver) fail(writer http.ResponseWriter, err error, event Event) {
	if r.options.Failed != nil {
		r.options.Failed(err, event)
	}
	refuse(writer, "INTERNAL")
}

// inboxProblem is a refusal of a receiver.
type inboxProblem struct {
	status    int
	title     string
	retryable bool
}

func refuse(writer http.ResponseWriter, code string, errors ...ProblemErrorsItem) {
	row := inboxProblemOf(code)
	problem := Problem{
		Type:      "https://openwaybill.org/problems/" + code,
		Code:      ProblemCode(code),
		Title:     row.title,
		Status:    int64(row.status),
		Retryable: row.retryable,
		Errors:    errors,
	}
	reply(writer, row.status, "application/problem+json", problem)
}

// answerChallenge gives the challenge back.
func answerChallenge(writer http.ResponseWriter, body []byte) {
	var envelope struct {
		Data struct {
			Challenge string `json:"challenge"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &envelope); err != nil {
		refuse(writer, "SCHEMA_VIOLATION", findingOf(err))
		return
	}
	reply(writer, http.StatusOK, "application/json", envelope.Data)
}

func reply(writer http.ResponseWriter, status int, mediaType string, body any) {
	text, err := writeJSON(body)
	if err != nil {
		http.Error(writer, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	writer.Header().Set("Content-Type", mediaType)
	writer.Header().Set("OpenWaybill-Version", Version)
	writer.WriteHeader(status)
	_, _ = writer.Write(text) // a sender that has gone comes again
}
