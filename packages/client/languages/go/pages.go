package openwaybill

// Items are the items of a list, whatever the size of its pages.
type Items[T any] struct {
	read    func(cursor string) (items []T, next string, problem *Problem, err error)
	problem *Problem
	err     error
}

// All yields every item until yield says no. It ends where a page has no cursor, or one that was there before.
func (i *Items[T]) All(yield func(T) bool) {
	walked := map[string]bool{}
	for cursor := ""; ; {
		items, next, problem, err := i.read(cursor)
		if problem != nil || err != nil {
			i.problem, i.err = problem, err
			return
		}
		for _, item := range items {
			if !yield(item) {
				return
			}
		}
		if next == "" || walked[next] {
			return
		}
		walked[next] = true
		cursor = next
	}
}

// Problem is the refusal that ended the list, if one did.
func (i *Items[T]) Problem() *Problem {
	return i.problem
}

// Err is the error that ended the list, if one did.
func (i *Items[T]) Err() error {
	return i.err
}
