package openwaybill

import (
	"context"
	"fmt"
	"time"
)

// RevealedFields are fields of a person, each held: only Expose of one shows it. PhoneKind says whether Phone is the
// real number or stands for it.
type RevealedFields struct {
	Name         *Personal[string]  `json:"name,omitempty"`
	Phone        *Personal[string]  `json:"phone,omitempty"`
	PhoneKind    *PhoneKind         `json:"phoneKind,omitempty"`
	Address      *Personal[Address] `json:"address,omitempty"`
	DeliveryNote *Personal[string]  `json:"deliveryNote,omitempty"`
	IDNumber     *Personal[string]  `json:"idNumber,omitempty"`
}

func heldFields(clear *RevealGrantFields) *RevealedFields {
	if clear == nil {
		return nil
	}
	fields := &RevealedFields{
		Name:         held(clear.Name),
		Phone:        held(clear.Phone),
		PhoneKind:    clear.PhoneKind,
		Address:      held(clear.Address),
		DeliveryNote: held(clear.DeliveryNote),
	}
	// an id number is in no clear answer: the message does not know it
	if number, isText := clear.Additional["idNumber"].(string); isText {
		fields.IDNumber = held(&number)
	}
	return fields
}

// Revealed is a grant, with its fields where it showed them: not while it is to be approved, nor where a use is not
// shown again.
type Revealed struct {
	Grant  RevealGrant
	Fields *RevealedFields
}

// Revealer asks for fields of one person and one parcel for one purpose. It seals by default, verifies what it is
// given, and lets no plain value into an error. Issuer is the platform and Recipient the caller itself, by their party
// ids; KeyID is the key that answers are sealed to, and Opener opens them. The default for Now is this machine's.
type Revealer struct {
	Platform          *Client
	Issuer, Recipient string
	KeyID             string
	Opener            Opener
	Now               func() time.Time
}

func overAsked(request RevealRequest, inClear bool) *Problem {
	row, isSome := revealableFor(request.Purpose)
	var found []ProblemErrorsItem
	add := func(pointer, message string) {
		found = append(found, ProblemErrorsItem{Pointer: pointer, Rule: "purpose", Message: message})
	}
	switch {
	case !isSome:
		add("/purpose", fmt.Sprintf("This purpose shows no fields; these do: %v.", revealPurposes))
	case len(request.Fields) == 0:
		add("/fields", fmt.Sprintf("No field is asked for; name some of %v.", row.fields))
	default:
		for at, field := range request.Fields {
			isAllowed := false
			for _, one := range row.fields {
				isAllowed = isAllowed || one == field
			}
			if !isAllowed {
				add(fmt.Sprintf("/fields/%d", at), fmt.Sprintf("%s allows %v alone; leave it out.", request.Purpose, row.fields))
			}
		}
		if inClear && row.isSealed {
			add("/sealToKeyId", fmt.Sprintf("Fields for %s come sealed alone; call Reveal.", request.Purpose))
		}
	}
	if found == nil {
		return nil
	}
	return own("REQUEST_INVALID", 0, false, found...)
}

// Reveal asks for fields that come sealed. What a purpose does not allow is refused before it is sent (REQUEST_INVALID,
// status 0); sealed fields that do not fit are the error *SealRefused.
func (r Revealer) Reveal(ctx context.Context, request RevealRequest, options ...Option) (*Revealed, *Problem, error) {
	request.SealToKeyId = &r.KeyID
	return r.ask(ctx, request, false, options)
}

// RevealInClear is the same with fields that come in clear inside TLS.
func (r Revealer) RevealInClear(ctx context.Context, request RevealRequest, options ...Option) (*Revealed, *Problem, error) {
	request.SealToKeyId = nil
	return r.ask(ctx, request, true, options)
}

func (r Revealer) ask(ctx context.Context, request RevealRequest, inClear bool, options []Option) (*Revealed, *Problem, error) {
	if problem := overAsked(request, inClear); problem != nil {
		return nil, problem, nil
	}
	answer, problem, err := r.Platform.RequestReveal(ctx, request, options...)
	if answer == nil {
		return nil, problem, err
	}
	return r.taken(answer.Value, request.WaybillNo, request.Purpose)
}

// Read uses a grant once more: after its approval, or while uses are left.
func (r Revealer) Read(ctx context.Context, revealID, waybillNo string, purpose RevealPurpose) (*Revealed, *Problem, error) {
	answer, problem, err := r.Platform.ReadReveal(ctx, revealID)
	if answer == nil {
		return nil, problem, err
	}
	return r.taken(answer.Value, waybillNo, purpose)
}

func (r Revealer) taken(grant RevealGrant, waybillNo string, purpose RevealPurpose) (*Revealed, *Problem, error) {
	clear, sealed := grant.Fields, grant.SealedFields
	grant.Fields, grant.SealedFields = nil, nil
	if clear != nil || sealed == nil {
		return &Revealed{grant, heldFields(clear)}, nil, nil
	}
	now := time.Now
	if r.Now != nil {
		now = r.Now
	}
	fields, err := OpenSealed(*sealed, SealedUse{r.Issuer, r.Recipient, waybillNo, purpose, grant.RevealId}, r.Opener, now())
	if err != nil {
		return nil, nil, err
	}
	return &Revealed{grant, fields}, nil, nil
}
