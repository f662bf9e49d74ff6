// Reads what is to be done as NDJSON, does it with the generated client, and answers what it saw as NDJSON.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"time"

	"openwaybill"
)

type object = map[string]any

type call struct {
	Operation, BaseURL, IdempotencyKey string
	Now, IfMatch                       int64
	Tokens                             []string
	Connection                         struct {
		Retries                                   *int
		TimeoutMilliseconds, DeadlineMilliseconds int64
	}
	Path  map[string]string
	Query map[string]json.RawMessage
	Body  json.RawMessage
	All   bool
	Take  int
}

type receive struct {
	Keys     []openwaybill.VerifyingKey
	KeysURL  string
	Secrets  []string
	Source   string
	Failures int
	Handles  []string

	Deliveries []struct {
		Now        int64
		Method     string
		Headers    map[string]string
		BodyBase64 string
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func told(problem *openwaybill.Problem, err error) object {
	must(err)
	pointers := []string{}
	for _, found := range problem.Errors {
		pointers = append(pointers, found.Pointer)
	}
	seen := object{"ok": false, "code": problem.Code, "status": problem.Status, "retryable": problem.Retryable, "pointers": pointers}
	if problem.NoticeId != nil {
		seen["noticeId"] = *problem.NoticeId
	}
	return seen
}

func wire(message any) json.RawMessage {
	text, err := openwaybill.MarshalWithAdditional(message)
	must(err)
	return text
}

// argumentsOf finds what a method takes by the types that it takes: the values of a path come in their order.
func argumentsOf(method reflect.Value, given call) []reflect.Value {
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	var path []string
	for _, name := range []string{"carrierCode", "waybillNo", "orderNo", "trackingSubscriptionId"} {
		if value, isThere := given.Path[name]; isThere {
			path = append(path, value)
		}
	}
	for at := 1; at < method.Type().NumIn(); at++ {
		of := method.Type().In(at)
		switch {
		case of.Kind() == reflect.String:
			arguments, path = append(arguments, reflect.ValueOf(path[0])), path[1:]
		case of.Kind() == reflect.Int64:
			arguments = append(arguments, reflect.ValueOf(given.IfMatch))
		case strings.HasSuffix(of.Name(), "Query"):
			query := reflect.New(of).Elem()
			for name, raw := range given.Query {
				must(json.Unmarshal(raw, query.FieldByName(strings.ToUpper(name[:1])+name[1:]).Addr().Interface()))
			}
			arguments = append(arguments, query)
		case of.Kind() == reflect.Struct:
			body := reflect.New(of)
			must(json.Unmarshal(given.Body, body.Interface()))
			arguments = append(arguments, body.Elem())
		}
	}
	if method.Type().IsVariadic() {
		if given.IdempotencyKey != "" {
			arguments = append(arguments, reflect.ValueOf(openwaybill.WithIdempotencyKey(given.IdempotencyKey)))
		}
		if given.IfMatch > 0 {
			arguments = append(arguments, reflect.ValueOf(openwaybill.WithIfMatch(given.IfMatch)))
		}
	}
	return arguments
}

func doCall(given call) object {
	pauses, handedBack, clock := []int64{}, []string{}, time.UnixMilli(given.Now)
	tokens := given.Tokens
	retries := 3
	if given.Connection.Retries != nil {
		if retries = *given.Connection.Retries; retries == 0 {
			retries = -1
		}
	}
	party := openwaybill.Connect(openwaybill.Options{
		BaseURL:  given.BaseURL,
		Retries:  retries,
		Timeout:  time.Duration(given.Connection.TimeoutMilliseconds) * time.Millisecond,
		Deadline: time.Duration(given.Connection.DeadlineMilliseconds) * time.Millisecond,
		Token: func(_ context.Context, refused string) (string, error) {
			if refused != "" {
				handedBack = append(handedBack, refused)
			}
			if len(tokens) == 0 {
				return "", errors.New("there is no token")
			}
			token := tokens[0]
			if !given.All {
				tokens = tokens[1:]
			}
			return token, nil
		},
		Now: func() time.Time { return clock },
		// pauses are as long as they may be; keys are random
		Random: func(bytes []byte) error {
			if len(bytes) == 2 {
				copy(bytes, []byte{255, 255})
				return nil
			}
			_, err := rand.Read(bytes)
			return err
		},
		Wait: func(_ context.Context, pause time.Duration) error {
			pauses = append(pauses, pause.Milliseconds())
			clock = clock.Add(pause)
			return nil
		},
	})
	name := strings.ToUpper(given.Operation[:1]) + given.Operation[1:]
	if given.All {
		return doWalk(reflect.ValueOf(party).MethodByName(name+"Items"), given, &pauses)
	}
	method := reflect.ValueOf(party).MethodByName(name)
	results := method.Call(argumentsOf(method, given))
	problem, _ := results[1].Interface().(*openwaybill.Problem)
	err, _ := results[2].Interface().(error)
	if results[0].IsNil() {
		seen := told(problem, err)
		seen["pauses"], seen["handedBack"] = pauses, handedBack
		return seen
	}
	answer := results[0].Elem()
	value := answer.FieldByName("Value").Interface()
	return object{
		"ok":         true,
		"status":     answer.FieldByName("Status").Interface(),
		"value":      wire(value),
		"replayed":   answer.FieldByName("Replayed").Interface(),
		"revision":   answer.FieldByName("Revision").Interface(),
		"shown":      fmt.Sprintf("%v %+v %#v %s", value, value, value, answer.Interface()),
		"pauses":     pauses,
		"handedBack": handedBack,
	}
}

func doWalk(method reflect.Value, given call, pauses *[]int64) object {
	items := []json.RawMessage{}
	walk := method.Call(argumentsOf(method, given))[0]
	all := walk.MethodByName("All")
	all.Call([]reflect.Value{reflect.MakeFunc(all.Type().In(0), func(of []reflect.Value) []reflect.Value {
		items = append(items, wire(of[0].Interface()))
		return []reflect.Value{reflect.ValueOf(len(items) != given.Take)}
	})})
	seen := object{"ok": true}
	problem, _ := walk.MethodByName("Problem").Call(nil)[0].Interface().(*openwaybill.Problem)
	err, _ := walk.MethodByName("Err").Call(nil)[0].Interface().(error)
	if problem != nil || err != nil {
		seen = told(problem, err)
	}
	seen["items"], seen["pauses"] = items, *pauses
	return seen
}

func doReceive(given receive) object {
	handled, unknown, data := []string{}, []string{}, []json.RawMessage{}
	var clock time.Time
	now := func() time.Time { return clock }
	keys := openwaybill.FixedKeys(given.Keys...)
	if given.KeysURL != "" {
		keys = openwaybill.KeysAt(given.KeysURL, nil, now)
	}
	handlers := map[string]openwaybill.Handler{}
	for _, name := range given.Handles {
		handlers[name] = func(_ context.Context, event openwaybill.Event) error {
			if given.Failures--; given.Failures >= 0 {
				return errors.New("the store is down")
			}
			handled = append(handled, event.Type+" "+event.ID)
			data = append(data, wire(event.Data))
			return nil
		}
	}
	receiver, err := openwaybill.NewReceiver(openwaybill.ReceiverOptions{
		Keys:     keys,
		Secrets:  given.Secrets,
		Source:   given.Source,
		Handlers: handlers,
		Now:      now,
		Unknown: func(_ context.Context, event openwaybill.Event) error {
			unknown = append(unknown, event.Type+" "+event.ID)
			return nil
		},
	})
	must(err)
	answers := []object{}
	for _, delivery := range given.Deliveries {
		clock = time.UnixMilli(delivery.Now)
		body, err := base64.StdEncoding.DecodeString(delivery.BodyBase64)
		must(err)
		request := httptest.NewRequest(delivery.Method, "/v1/event-inbox", bytes.NewReader(body))
		for name, value := range delivery.Headers {
			request.Header.Set(name, value)
		}
		recorder := httptest.NewRecorder()
		receiver.ServeHTTP(recorder, request)
		answer := object{"status": recorder.Code}
		if recorder.Body.Len() > 0 {
			var told object
			must(json.Unmarshal(recorder.Body.Bytes(), &told))
			answer["body"], answer["code"] = told, told["code"]
		}
		answers = append(answers, answer)
	}
	return object{"answers": answers, "handled": handled, "unknown": unknown, "data": data}
}

var _ http.Handler = (*openwaybill.Receiver)(nil)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 16<<20)
	encoder := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var line struct {
			Call    *call
			Receive *receive
			Known   *struct{ List, Raw string }
		}
		must(json.Unmarshal(lines.Bytes(), &line))
		switch {
		case line.Call != nil:
			must(encoder.Encode(doCall(*line.Call)))
		case line.Receive != nil:
			must(encoder.Encode(doReceive(*line.Receive)))
		default:
			isKnown, code, isSome := openwaybill.KnownCode(line.Known.List, line.Known.Raw)
			seen := object{"isKnown": isKnown, "raw": line.Known.Raw}
			if isSome {
				seen["code"] = code
			}
			must(encoder.Encode(seen))
		}
	}
}
